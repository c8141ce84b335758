package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes the straight line: every step in order, local variables, the caller's thread. What must
 * run is worked out first, backwards from what is asked for, so that one body serves every output.
 */
final class BodyEmitter {
  private final Scope scope;
  private final RegionEmitter regions;
  private final NameAllocator names = new NameAllocator();
  private final Map<String, String> needs = new LinkedHashMap<>();
  private final String inputs;
  private final String want;
  private final String all;
  private final String outputs;
  private final String probe;
  private final String since;

  BodyEmitter(Scope scope, RegionEmitter regions) {
    this.scope = scope;
    this.regions = regions;
    scope.values().keySet().forEach(name -> names.newName(name, name));
    this.inputs = names.newName("inputs");
    this.want = names.newName("want");
    this.all = names.newName("all");
    this.outputs = names.newName("outputs");
    this.probe = names.newName("probe");
    this.since = names.newName("since");
    for (Step step : scope.plan.steps()) {
      needs.put(step.name(), names.newName("needs" + Scope.capital(step.name())));
    }
  }

  MethodSpec emit() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("execute")
            .addModifiers(Modifier.PRIVATE)
            .returns(scope.outputs())
            .addParameter(scope.inputs(), inputs)
            .addParameter(TypeName.INT, want)
            .addStatement("boolean $N = $N == $N", all, want, scope.all());
    needs(method);
    missing(method);
    method
        .addStatement(
            "$T $N = $T.start($S, listener)", Types.PROBE, probe, Types.PROBE, pipelineName())
        .beginControlFlow("try")
        .addStatement("$T $N = new $T()", scope.outputs(), outputs, scope.outputs());
    scope.plan.steps().forEach(step -> step(method, step));
    String failure = names.newName("failure");
    return method
        .addStatement("$N.finished()", probe)
        .addStatement("return $N", outputs)
        .nextControlFlow("catch ($T $N)", Throwable.class, failure)
        .addStatement("throw $N.failed($N)", probe, failure)
        .endControlFlow()
        .build();
  }

  private String pipelineName() {
    return scope.plan.pipeline().type().nestedName();
  }

  /** Backwards: a step must run if it is asked for or read by one that must, and is not given. */
  private void needs(MethodSpec.Builder method) {
    Map<String, List<String>> readers = readers();
    List<Step> backwards = new ArrayList<>(scope.plan.steps());
    Collections.reverse(backwards);
    for (Step step : backwards) {
      CodeBlock.Builder asked =
          CodeBlock.builder().add("$N || $N == $N", all, want, scope.want(step.name()));
      for (String reader : readers.getOrDefault(step.name(), List.of())) {
        asked.add(" || $N", needs.get(reader));
      }
      method.addStatement(
          "boolean $N = ($L) && !$N.slots.has($L)",
          needs.get(step.name()),
          asked.build(),
          inputs,
          scope.slot(step.name()));
    }
  }

  private Map<String, List<String>> readers() {
    Map<String, List<String>> readers = new LinkedHashMap<>();
    for (Step step : scope.plan.steps()) {
      step.arguments().stream()
          .map(Argument::name)
          .distinct()
          .forEach(
              name -> readers.computeIfAbsent(name, key -> new ArrayList<>()).add(step.name()));
    }
    return readers;
  }

  private void missing(MethodSpec.Builder method) {
    if (scope.plan.inputs().isEmpty()) {
      return;
    }
    Map<String, List<String>> readers = readers();
    CodeBlock.Builder check =
        CodeBlock.builder()
            .add("new $T($S)", Types.MISSING_INPUTS, pipelineName())
            .indent()
            .indent();
    for (ExecutionPlan.Input input : scope.plan.inputs()) {
      String needed =
          String.join(" || ", readers.get(input.name()).stream().map(needs::get).toList());
      check.add(
          "\n.check($S, $L, $N.slots.has($L))",
          input.name(),
          needed,
          inputs,
          scope.slot(input.name()));
    }
    check.add("\n.orThrow()").unindent().unindent();
    method
        .beginControlFlow("if (!$N.slots.hasFirst($L))", inputs, scope.plan.inputs().size())
        .addStatement(check.build())
        .endControlFlow();
  }

  private void step(MethodSpec.Builder method, Step step) {
    int slot = scope.slot(step.name());
    TypeName type = Types.name(step.type());
    method.addCode("\n// $L\n", step.display());
    if (step.type().isReference()) {
      method.addStatement("$T $N = $N.slots.get($L)", type, step.name(), inputs, slot);
    } else {
      method.addStatement(
          "$T $N = $N.slots.get($L, $L)", type, step.name(), inputs, slot, zero(step.type()));
    }
    method.beginControlFlow("if ($N)", needs.get(step.name()));
    if (step instanceof Step.Call call) {
      method.addStatement("long $N = $N.begin($S)", since, probe, step.name());
      CodeBlock value = Calls.node(call, this::value);
      if (step.type().isReference()) {
        method.addStatement(
            "$N = $T.notNull($S, $L)", step.name(), Types.PROBE, step.name(), value);
      } else {
        method.addStatement("$N = $L", step.name(), value);
      }
      method.addStatement("$N.end($S, 1, $N)", probe, step.name(), since);
    } else {
      method.addStatement(
          "$N = $L",
          step.name(),
          regions.use((Step.Use) step, step.name(), CodeBlock.of("$N", probe), this::value));
    }
    method
        .endControlFlow()
        .beginControlFlow("if ($N || $N == $N)", all, want, scope.want(step.name()))
        .addStatement("$N.$N = $N", outputs, step.name(), step.name())
        .endControlFlow();
  }

  private Calls.Value value(Argument argument) {
    CodeBlock expression =
        scope.isInput(argument.name())
            ? CodeBlock.of("$N.$N()", inputs, argument.name())
            : CodeBlock.of("$N", argument.name());
    return new Calls.Value(expression, argument.given());
  }

  private static String zero(TypeRef type) {
    return switch ((TypeRef.Primitive) type) {
      case BOOLEAN -> "false";
      case BYTE -> "(byte) 0";
      case SHORT -> "(short) 0";
      case CHAR -> "'\\0'";
      case LONG -> "0L";
      case FLOAT -> "0f";
      case DOUBLE -> "0d";
      case INT, VOID -> "0";
    };
  }
}
