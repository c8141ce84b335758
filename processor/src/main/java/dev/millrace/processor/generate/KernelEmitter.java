package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
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
  private final StartKernelEmitter starts;
  private final RowInputsEmitter inputs;

  KernelEmitter(
      Scope scope, Region region, KernelScope use, StepEmitter steps, StartKernelEmitter starts) {
    this.region = region;
    this.use = use;
    this.steps = steps;
    this.twins = new TwinKernelEmitter(scope, use);
    this.starts = starts;
    this.inputs = new RowInputsEmitter(steps, use);
  }

  /** Returns the kernel of a step, with the methods that it calls. */
  List<MethodSpec> kernels(Region.ItemStep item) {
    Step step = item.step();
    List<MethodSpec> methods = new ArrayList<>();
    if (item.isStarted()) {
      methods.add(starts.start((Step.Call) step));
      methods.add(starts.join((Step.Call) step));
    } else if (item.together()) {
      methods.add(together((Step.Use) step, use.kernelName(step)));
    } else if (!item.batched()) {
      methods.add(loop(step, use.kernelName(step)));
    } else {
      Step.Call call = (Step.Call) step;
      Twin twin = call.node().twin().orElseThrow();
      String whole = use.kernelName(step);
      if (twin.limits().areSet()) {
        methods.add(twins.batches(call, twin.limits(), whole, use.wholeName(step)));
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

  /** Returns the classes that the kernels of a step need, which are few. */
  List<TypeSpec> types(Step step) {
    List<TypeSpec> types = new ArrayList<>();
    use.bundle(step).ifPresent(types::add);
    if (region.shape().soft()) {
      inputs.bundle(step).ifPresent(types::add);
    }
    return types;
  }

  /** A nested use that maps the lists of all rows at once, and gives each row its own. */
  private MethodSpec together(Step.Use step, String name) {
    CodeBlock made = steps.made(step, use::rowValue);
    MethodSpec.Builder method =
        use.kernel(name, step)
            .addCode("// $L, all rows together\n", step.display())
            .addStatement(
                "$T $N = new $T<>()",
                ParameterizedTypeName.get(Types.TOGETHER, Types.name(step.type().boxed())),
                use.together,
                Types.TOGETHER);
    use.rowByRow(
        method, step, statement(CodeBlock.of("$N.add($N, $L)", use.together, use.row, made)));
    method.addStatement("$N.map()", use.together);
    use.rowByRow(
        method,
        step,
        statement(use.set(step, CodeBlock.of("$N.result($N)", use.together, use.row))));
    return method.build();
  }

  private static CodeBlock statement(CodeBlock expression) {
    return CodeBlock.builder().addStatement(expression).build();
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
    List<CodeBlock> held = DeviceStatements.held(step, RegionEmitter::constant);
    if (!held.isEmpty()) {
      method.addStatement(DeviceStatements.begin(use.device, held)).beginControlFlow("try");
    }
    use.rowByRow(method, step, steps.compute(step, use::rowValue, value -> use.set(step, value)));
    if (!held.isEmpty()) {
      method.nextControlFlow("finally").addStatement("$N.end()", use.device).endControlFlow();
    }
    if (isCall) {
      method.addStatement("end($S, $N, $N)", step.label(), use.rows, use.since);
    }
    return method.build();
  }
}
