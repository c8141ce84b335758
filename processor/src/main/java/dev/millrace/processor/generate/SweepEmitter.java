package dev.millrace.processor.generate;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the methods that run the pipeline many times in one call, and what they know of it. */
final class SweepEmitter {
  /** What a node declares that may be interrupted. */
  private static final Set<String> INTERRUPTS =
      Set.of("java.lang.InterruptedException", "java.lang.Exception", "java.lang.Throwable");

  private static final TypeVariableName RESULT = TypeVariableName.get("T");

  private final Scope scope;

  SweepEmitter(Scope scope) {
    this.scope = scope;
  }

  /** Returns the table of which step reads what. */
  FieldSpec wiring() {
    List<CodeBlock> values = new ArrayList<>();
    values.add(CodeBlock.of("$S", scope.plan.pipeline().type().nestedName()));
    for (ExecutionPlan.Input input : scope.plan.inputs()) {
      values.add(CodeBlock.of("$S", input.name()));
    }
    Map<String, String> selectors = selectors();
    for (Step step : scope.plan.steps()) {
      String selector = selectors.get(step.name());
      String reads =
          step.arguments().stream()
              .map(Argument::name)
              .distinct()
              .filter(read -> !read.equals(selector))
              .collect(joining(", "));
      String hidden = scope.isOutput(step) ? "" : "private ";
      values.add(CodeBlock.of("$S", (hidden + step.name() + " = " + reads).stripTrailing()));
    }
    return FieldSpec.builder(Types.WIRING, scope.wiring())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($>$>\n$L$<$<)", Types.WIRING, CodeBlock.join(values, ",\n"))
        .build();
  }

  /**
   * Returns what chooses the variants that are for one constant: whenever such a variant runs that
   * has the same value, so that the variant does not vary with it.
   */
  private Map<String, String> selectors() {
    Map<String, String> selectors = new HashMap<>();
    for (Step step : scope.plan.steps()) {
      if (step instanceof Step.Choice choice) {
        choice.member().variants().stream()
            .filter(variant -> variant.constant().isPresent())
            .forEach(variant -> selectors.put(variant.value(), choice.selector().name()));
      }
    }
    return selectors;
  }

  /** Returns {@code over()} and {@code over(Inputs)}, where the many runs begin. */
  List<MethodSpec> starts() {
    MethodSpec none =
        MethodSpec.methodBuilder("over")
            .addJavadoc("Begins the inputs of many runs in one call: none is given yet.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(scope.over())
            .addStatement("return over(given())")
            .build();
    MethodSpec some =
        MethodSpec.methodBuilder("over")
            .addJavadoc(
                "Begins the inputs of many runs in one call with what all have in common.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addParameter(scope.inputs(), "inputs")
            .returns(scope.over())
            .addStatement("return new $T($T.of(inputs.slots))", scope.over(), Types.SETTINGS)
            .build();
    return List.of(none, some);
  }

  /** Returns {@code run(Over)}. */
  MethodSpec run() {
    return method("run", scope.outputs(), "every output", scope.plan.allThrown())
        .addStatement(
            "return sweep(over, $N, $N -> $L)",
            scope.all(),
            scope.answer.name(),
            scope.answer.all(answer()))
        .build();
  }

  /** Returns an output's method for many runs. */
  MethodSpec output(Step step) {
    return method(
            step.name(),
            Types.name(step.type().boxed()),
            "{@code " + step.name() + "}",
            scope.plan.thrown().get(step.name()))
        .addStatement(
            "return sweep(over, $N, $N -> $L)",
            scope.want(step.name()),
            scope.answer.name(),
            scope.answer.output(answer(), step))
        .build();
  }

  private CodeBlock answer() {
    return CodeBlock.of("$N", scope.answer.name());
  }

  private MethodSpec.Builder method(
      String name, TypeName result, String what, List<TypeRef> thrown) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(
                """
                Computes $L for each item, in order. What is the same for all runs once.

                @throws $L if an item lacks anything that must run, before anything does
                """,
                what,
                Types.MISSING_INPUT)
            .addModifiers(Modifier.PUBLIC)
            .returns(ParameterizedTypeName.get(Types.RESULTS, result))
            .addParameter(scope.over(), "over");
    if (thrown.stream().map(TypeRef::qualified).anyMatch(INTERRUPTS::contains)) {
      method
          .addJavadoc("@throws InterruptedException if a node is interrupted: that ends the call\n")
          .addException(InterruptedException.class);
    }
    return method;
  }

  /** Returns the method that all of them call. */
  MethodSpec sweep() {
    return MethodSpec.methodBuilder("sweep")
        .addModifiers(Modifier.PRIVATE)
        .addTypeVariable(RESULT)
        .returns(ParameterizedTypeName.get(Types.RESULTS, RESULT))
        .addParameter(scope.over(), "over")
        .addParameter(TypeName.INT, "want")
        .addParameter(
            ParameterizedTypeName.get(
                ClassName.get(Function.class), scope.answer.type().box(), RESULT),
            "result")
        .addStatement(
            "return $T.of($N, execution, $L)\n.run(over.settings, want,$W(slots, memo) ->"
                + " result.apply(execute(new $T(slots), $Lmemo)))",
            Types.SWEEP,
            scope.wiring(),
            scope.hasResources() ? "resources" : "null",
            scope.inputs(),
            scope.answer.wanting("want"))
        .build();
  }
}
