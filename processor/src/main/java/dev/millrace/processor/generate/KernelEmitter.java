package dev.millrace.processor.generate;

import com.palantir.javapoet.MethodSpec;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** Writes for each node of a mapped use a kernel: a loop over the rows, or one call of the twin. */
final class KernelEmitter {
  private final Region region;
  private final KernelScope use;
  private final StepEmitter steps;
  private final TwinKernelEmitter twins;
  private final RowInputsEmitter inputs;

  KernelEmitter(Scope scope, Region region, KernelScope use, StepEmitter steps) {
    this.region = region;
    this.use = use;
    this.steps = steps;
    this.twins = new TwinKernelEmitter(scope, use);
    this.inputs = new RowInputsEmitter(steps, use);
  }

  /** Returns the kernel of a step, with the methods that it calls. */
  List<MethodSpec> kernels(Region.ItemStep item) {
    Step step = item.step();
    List<MethodSpec> methods = new ArrayList<>();
    if (!item.batched()) {
      methods.add(loop(step, use.kernelName(step)));
    } else {
      Step.Call call = (Step.Call) step;
      Twin twin = call.node().twin().orElseThrow();
      String whole = use.kernelName(step);
      if (twin.weighing().isPresent()) {
        methods.add(twins.batches(call, twin.weighing().get(), whole, use.wholeName(step)));
        whole = use.wholeName(step);
      }
      methods.add(twins.batch(call, whole));
      methods.add(loop(step, use.oneByOneName(step)));
    }
    if (region.shape().soft()) {
      methods.add(inputs.method(step));
    }
    return methods;
  }

  /** A nested use tells of itself, once for each row; a node is told of once for all. */
  private MethodSpec loop(Step step, String name) {
    MethodSpec.Builder method =
        use.kernel(name, step).addCode("// $L, row by row\n", step.display());
    boolean isCall = step instanceof Step.Call;
    if (!KernelScope.opened(step).isEmpty()) {
      use.returnIfEmpty(method);
    }
    if (isCall) {
      method.addStatement("long $N = now()", use.since);
    }
    use.open(method, step);
    method
        .beginControlFlow(
            "for (int $N = $N.first(); $N >= 0; $N = $N.after($N))",
            use.row,
            use.rows,
            use.row,
            use.row,
            use.rows,
            use.row)
        .beginControlFlow("try")
        .addCode(steps.compute(step, use::rowValue, value -> use.set(step, value)))
        .nextControlFlow("catch ($T $N)", Exception.class, use.failure)
        .addStatement(
            "fail($S, $N, $N, $N$L)",
            step.label(),
            use.rows,
            use.row,
            use.failure,
            use.inputs(step, use.row))
        .endControlFlow()
        .endControlFlow();
    if (isCall) {
      method.addStatement("end($S, $N, $N)", step.label(), use.rows, use.since);
    }
    return method.build();
  }
}
