package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.List;
import java.util.function.Function;

/** Writes how a value inside a nested use is computed: in its run, and once more after it. */
final class StepEmitter {
  private final ValueEmitter emitter;
  private final Scope scope;
  private final Region region;
  private final boolean once;
  private final String rows;
  private final String row;

  /** Writes steps that run once. */
  static StepEmitter once(Scope scope, RegionEmitter regions, Region region, String path) {
    return new StepEmitter(scope, regions, region, path, true, "", "");
  }

  /** Writes steps that run row by row. */
  static StepEmitter byRow(
      Scope scope, RegionEmitter regions, Region region, String path, KernelScope use) {
    return new StepEmitter(scope, regions, region, path, false, use.rows, use.row);
  }

  private StepEmitter(
      Scope scope,
      RegionEmitter regions,
      Region region,
      String path,
      boolean once,
      String rows,
      String row) {
    this.rows = rows;
    this.row = row;
    this.scope = scope;
    this.emitter = new ValueEmitter(scope, regions, path);
    this.region = region;
    this.once = once;
  }

  /** Returns the statements that compute a step and hand its value to a sink. */
  CodeBlock compute(
      Step step, Function<Argument, Calls.Value> values, Function<CodeBlock, CodeBlock> sink) {
    return step instanceof Step.Choice choice
        ? emitter.choice(choice, values, sink)
        : CodeBlock.builder()
            .addStatement(sink.apply(emitter.value(step, values, run(step))))
            .build();
  }

  /** Returns what calls an asynchronous node, or one that waits, as its method returns it. */
  static CodeBlock called(Step.Call call, Function<Argument, Calls.Value> values) {
    List<Calls.Value> arguments = Calls.arguments(call, values);
    return call.node().traits().delivery() == Delivery.STAGE
        ? Calls.stage(call.node(), arguments)
        : Calls.delivered(call.node(), Calls.raw(call.node(), arguments));
  }

  /** Returns a nested use that has still to run. */
  CodeBlock made(Step.Use use, Function<Argument, Calls.Value> values) {
    return emitter.made(use, values, run(use));
  }

  /** Returns the expression that starts an asynchronous node, as its call. */
  CodeBlock start(Step.Call call, Function<Argument, Calls.Value> values) {
    return emitter.start(call, values, CodeBlock.of("started"), CodeBlock.of("since"));
  }

  /** Returns the value of an asynchronous node that was started, unchecked. */
  CodeBlock join(Step.Call call, CodeBlock pending) {
    return emitter.join(call, pending);
  }

  private ValueEmitter.Run run(Step step) {
    return new ValueEmitter.Run(
        scope.isCached && step instanceof Step.Use ? inside(step) : CodeBlock.of("probe()"),
        CodeBlock.of("this.$N", RegionEmitter.LEASES),
        Passing.isKept(step, region)
            ? CodeBlock.of("this.$N", RegionEmitter.KEEP)
            : CodeBlock.of("false"),
        once);
  }

  private CodeBlock inside(Step use) {
    return once
        ? CodeBlock.of("inside($L)", region.place(use))
        : CodeBlock.of("inside($L, $L, $L)", region.place(use), rows, row);
  }

  /** Returns the body of a call that ends as a choice does that knows no variant for its value. */
  CodeBlock unknown(Step.Choice choice, Function<Argument, Calls.Value> values) {
    return CodeBlock.of("{ $L; }", emitter.unknown(choice, values));
  }

  /**
   * Returns the value of a step that is no choice, computed again: nobody is told, and what it
   * gives outlives the run.
   */
  CodeBlock again(Step step, Function<Argument, Calls.Value> values, CodeBlock leases) {
    return emitter.value(
        step,
        values,
        new ValueEmitter.Run(
            CodeBlock.of("$T.quiet()", Types.PROBE), leases, CodeBlock.of("true"), false));
  }
}
