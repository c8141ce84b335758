package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.function.Function;

/** Writes how a value inside a nested use is computed, from wherever what it reads is. */
final class StepEmitter {
  private final Scope scope;
  private final RegionEmitter regions;
  private final Region region;
  private final String path;

  StepEmitter(Scope scope, RegionEmitter regions, Region region, String path) {
    this.scope = scope;
    this.regions = regions;
    this.region = region;
    this.path = path;
  }

  /** Returns the statements that compute a step and hand its value to a sink. */
  CodeBlock compute(
      Step step, Function<Argument, Calls.Value> values, Function<CodeBlock, CodeBlock> sink) {
    if (!(step instanceof Step.Choice choice)) {
      return CodeBlock.builder().addStatement(sink.apply(value(step, values))).build();
    }
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
      code.addStatement(sink.apply(Calls.argument(chosen, values.apply(chosen))));
    }
    return code.nextControlFlow("else")
        .addStatement("throw new $T($L)", Types.UNKNOWN_VARIANT, unknownArguments(choice, selector))
        .endControlFlow()
        .build();
  }

  /** Returns the body of a call that ends as a choice does that knows no variant for its value. */
  CodeBlock unknown(Step.Choice choice, Function<Argument, Calls.Value> values) {
    return CodeBlock.of(
        "{ throw new $T($L); }",
        Types.UNKNOWN_VARIANT,
        unknownArguments(choice, values.apply(choice.selector()).expression()));
  }

  private CodeBlock unknownArguments(Step.Choice choice, CodeBlock selector) {
    return CodeBlock.of(
        "$S, $S, $L", path + "." + choice.label(), choice.selector().name(), selector);
  }

  /** Returns the value of a step that is no choice, unchecked. */
  CodeBlock value(Step step, Function<Argument, Calls.Value> values) {
    return value(
        step,
        values,
        CodeBlock.of("probe()"),
        CodeBlock.of("this.$N", RegionEmitter.LEASES),
        Passing.isKept(step, region)
            ? CodeBlock.of("this.$N", RegionEmitter.KEEP)
            : CodeBlock.of("false"));
  }

  /**
   * Returns the value of a step that is no choice, computed again: nobody is told, and what it
   * gives outlives the run.
   */
  CodeBlock again(Step step, Function<Argument, Calls.Value> values, CodeBlock run) {
    return value(step, values, CodeBlock.of("$T.quiet()", Types.PROBE), run, CodeBlock.of("true"));
  }

  private CodeBlock value(
      Step step,
      Function<Argument, Calls.Value> values,
      CodeBlock probe,
      CodeBlock leases,
      CodeBlock keep) {
    if (step instanceof Step.Use use) {
      return regions.use(use, path + "." + step.label(), probe, leases, keep, values);
    }
    if (step instanceof Step.Component component) {
      return CodeBlock.of(
          "$L.$N()",
          values.apply(component.arguments().get(0)).expression(),
          component.member().accessor());
    }
    Step.Call call = (Step.Call) step;
    CodeBlock value = scope.adapters.call(call.node(), Calls.arguments(call, values));
    return Calls.isResource(call)
        ? Calls.owned(leases, path + "." + call.label(), value, keep)
        : value;
  }
}
