package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Step;
import java.util.List;
import java.util.function.Function;

/**
 * Writes how a step's value is computed, wherever what it reads is and wherever the value goes: in
 * the straight line as in a nested use.
 */
final class ValueEmitter {
  private final Scope scope;
  private final RegionEmitter regions;
  private final String path;

  /**
   * @param path the nested use around the steps, with those around it; empty where there is none
   */
  ValueEmitter(Scope scope, RegionEmitter regions, String path) {
    this.scope = scope;
    this.regions = regions;
    this.path = path;
  }

  /**
   * What a run lends to a step.
   *
   * @param leases what has the run's resources, for a step that makes some
   * @param keep whether what such a step makes outlives the run
   * @param meets whether calls may be made together with those of other runs
   */
  record Run(CodeBlock probe, CodeBlock leases, CodeBlock keep, boolean meets) {}

  /** Returns a step's name with those of the uses around it, as a run tells of it. */
  String place(Step step) {
    return path.isEmpty() ? step.label() : path + "." + step.label();
  }

  /** Returns the value of a step that is no choice, unchecked. */
  CodeBlock value(Step step, Function<Argument, Calls.Value> values, Run run) {
    if (step instanceof Step.Use use) {
      return CodeBlock.of("$L$L", made(use, values, run), RegionEmitter.run(use));
    }
    if (step instanceof Step.Component component) {
      return CodeBlock.of(
          "$L.$N()",
          values.apply(component.arguments().get(0)).receiver(),
          component.member().accessor());
    }
    Step.Call call = (Step.Call) step;
    List<Calls.Value> arguments = Calls.arguments(call, values);
    CodeBlock value =
        run.meets() && call.node().meetsSingly()
            ? scope.meetings.one(
                call.node(), run.probe(), DeviceStatements.held(call, values), arguments)
            : scope.adapters.call(call.node(), arguments);
    return Calls.isResource(call)
        ? Calls.owned(run.leases(), place(call), value, run.keep())
        : value;
  }

  /** Returns a nested use that has still to run. */
  CodeBlock made(Step.Use use, Function<Argument, Calls.Value> values, Run run) {
    return regions.made(use, place(use), run.probe(), run.leases(), run.keep(), values);
  }

  /**
   * Returns the expression that starts an asynchronous node, as its call.
   *
   * @param started what the run has started
   * @param since when the node began
   */
  CodeBlock start(
      Step.Call call, Function<Argument, Calls.Value> values, CodeBlock started, CodeBlock since) {
    return scope.adapters.start(call.node(), started, since, Calls.arguments(call, values));
  }

  /** Returns the value of an asynchronous node that was started, unchecked. */
  CodeBlock join(Step.Call call, CodeBlock pending) {
    return Calls.landed(call.node(), CodeBlock.of("$L.join()", pending));
  }

  /** Returns the statements that hand the value of the variant that is chosen to a sink. */
  CodeBlock choice(
      Step.Choice choice,
      Function<Argument, Calls.Value> values,
      Function<CodeBlock, CodeBlock> sink) {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock selector = values.apply(choice.selector()).expression();
    for (int i = 0; i < choice.member().variants().size(); i++) {
      CodeBlock test = Calls.chooses(choice, i, selector);
      if (i == 0) {
        code.beginControlFlow("if ($L)", test);
      } else {
        code.nextControlFlow("else if ($L)", test);
      }
      Argument chosen = choice.value(i);
      code.addStatement(sink.apply(Calls.argument(chosen, values.apply(chosen)).expression()));
    }
    return code.nextControlFlow("else")
        .addStatement(unknown(choice, values))
        .endControlFlow()
        .build();
  }

  /** Returns how a choice ends that knows no variant for its value. */
  CodeBlock unknown(Step.Choice choice, Function<Argument, Calls.Value> values) {
    return CodeBlock.of(
        "throw new $T($S, $S, $L)",
        Types.UNKNOWN_VARIANT,
        place(choice),
        choice.selector().name(),
        values.apply(choice.selector()).expression());
  }
}
