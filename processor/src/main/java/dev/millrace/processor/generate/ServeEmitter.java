package dev.millrace.processor.generate;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes how a pipeline is served to many threads, and how it is closed. */
final class ServeEmitter {
  private final Scope scope;

  ServeEmitter(Scope scope) {
    this.scope = scope;
  }

  /** Returns the constructor of a pipeline that serves another one's resources. */
  MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scope.pipeline, "pipeline")
            .addStatement("this.execution = pipeline.execution.serve()");
    if (scope.hasResources()) {
      constructor.addStatement("this.resources = pipeline.resources");
    }
    return constructor.build();
  }

  /** Returns {@code serve}. */
  MethodSpec serve() {
    List<String> met = met(scope.plan.steps());
    String which =
        met.isEmpty()
            ? "There is no node here whose calls meet those of other threads."
            : met.stream()
                .map(each -> "{@code " + each + "}")
                .collect(joining(", ", "Calls of these nodes meet those of other threads: ", "."));
    return MethodSpec.methodBuilder("serve")
        .addJavadoc(
            """
            Returns this pipeline for many threads, whose calls are made together. It is closed by
            itself, or with this one.

            <p>$L
            """,
            which)
        .addModifiers(Modifier.PUBLIC)
        .returns(scope.pipeline)
        .addStatement("return new $T(this)", scope.pipeline)
        .build();
  }

  /** Returns the names of the nodes whose calls meet, those in nested uses with them. */
  private static List<String> met(List<Step> steps) {
    List<String> met = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Call call && call.node().meetsSingly()) {
        met.add(step.label());
      } else if (step instanceof Step.Use use) {
        met.addAll(within(use));
      }
    }
    return met;
  }

  private static List<String> within(Step.Use use) {
    List<String> met = met(use.region().constant());
    for (Region.ItemStep item : use.region().perItem()) {
      if (item.meets()) {
        met.add(item.step().label());
      } else if (item.step() instanceof Step.Use inner) {
        met.addAll(within(inner));
      }
    }
    return met.stream().map(each -> use.label() + "." + each).toList();
  }

  /** Returns {@code close}. */
  MethodSpec close() {
    MethodSpec.Builder close =
        MethodSpec.methodBuilder("close")
            .addJavadoc(
                scope.hasResources()
                    ? "Ends the pipeline, and closes what it opened. All else that it returned"
                        + " stays valid.\n"
                    : "Ends the pipeline. What it returned stays valid.\n")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addStatement("execution.close()");
    if (scope.hasResources()) {
      close.addCode(
          CodeBlock.builder()
              .beginControlFlow("if (!execution.isServed())")
              .addStatement("resources.close()")
              .endControlFlow()
              .build());
    }
    return close.build();
  }
}
