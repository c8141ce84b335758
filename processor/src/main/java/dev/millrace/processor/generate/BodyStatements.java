package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the statements of the straight line: on local variables, or on the fields of a frame. */
final class BodyStatements {
  final String frame;
  final String inputs;
  final String want;
  final String all;
  final String outputs;
  final String probe;
  final String failure;
  private final String since;
  private final String missing;
  private final Scope scope;
  private final RegionEmitter regions;
  private final boolean framed;
  private final NameAllocator names = new NameAllocator();
  private final Map<String, String> needs = new LinkedHashMap<>();
  private final Map<String, List<String>> readers = new LinkedHashMap<>();
  private final Map<String, List<String>> lastReads = new LinkedHashMap<>();

  /**
   * @param frame what the frame's variable is called; empty where there is none
   */
  BodyStatements(Scope scope, RegionEmitter regions, String frame) {
    this.scope = scope;
    this.regions = regions;
    this.framed = !frame.isEmpty();
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
    this.failure = names.newName("failure");
    this.missing = names.newName("missing");
    this.frame = framed ? names.newName(frame) : "";
    Map<String, String> lastReader = new LinkedHashMap<>();
    for (Step step : scope.plan.steps()) {
      lastReader.put(step.name(), step.name());
      step.arguments().stream()
          .map(Argument::name)
          .distinct()
          .forEach(
              name -> {
                readers.computeIfAbsent(name, key -> new ArrayList<>()).add(step.name());
                lastReader.put(name, step.name());
              });
    }
    lastReader.forEach(
        (name, last) -> lastReads.computeIfAbsent(last, key -> new ArrayList<>()).add(name));
  }

  /** Returns the expression of a variable. */
  CodeBlock at(String variable) {
    return framed ? CodeBlock.of("$N.$N", frame, variable) : CodeBlock.of("$N", variable);
  }

  /** Returns the name of the variable that says whether a step must run. */
  String needsOf(Step step) {
    return needs.get(step.name());
  }

  /** A step must run if it is asked for or read by one that must, and is not given. */
  CodeBlock needs(Step step) {
    CodeBlock.Builder asked = CodeBlock.builder().add(isWanted(step));
    for (String reader : readers.getOrDefault(step.name(), List.of())) {
      asked.add(" || $L", at(needs.get(reader)));
    }
    return CodeBlock.of(
        "$L = ($L) && !$L.slots.has($L)",
        at(needs.get(step.name())),
        asked.build(),
        at(inputs),
        scope.slot(step.name()));
  }

  private CodeBlock isWanted(Step step) {
    return CodeBlock.of("$L || $L == $N", at(all), at(want), scope.want(step.name()));
  }

  /** What is missing is said before anything runs, all of it at once. */
  CodeBlock missing() {
    if (scope.plan.inputs().isEmpty()) {
      return CodeBlock.of("");
    }
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("if (!$L.slots.hasFirst($L))", at(inputs), scope.plan.inputs().size())
            .addStatement(
                "$T $N = new $T($S)",
                Types.MISSING_INPUTS,
                missing,
                Types.MISSING_INPUTS,
                pipelineName());
    for (ExecutionPlan.Input input : scope.plan.inputs()) {
      CodeBlock needed =
          readers.get(input.name()).stream()
              .map(reader -> at(needs.get(reader)))
              .collect(CodeBlock.joining(" || "));
      code.addStatement(
          "$N.check($S, $L, $L.slots.has($L))",
          missing,
          input.name(),
          needed,
          at(inputs),
          scope.slot(input.name()));
    }
    return code.addStatement("$N.orThrow()", missing).endControlFlow().build();
  }

  /** The run's probe. */
  CodeBlock start() {
    return CodeBlock.of("$L = $T.start($S, listener)", at(probe), Types.PROBE, pipelineName());
  }

  private String pipelineName() {
    return scope.plan.pipeline().type().nestedName();
  }

  /** A step's value as it is given, or none. */
  CodeBlock given(Step step) {
    int slot = scope.slot(step.name());
    return step.type().isReference()
        ? CodeBlock.of("$L = $L.slots.get($L)", at(step.name()), at(inputs), slot)
        : CodeBlock.of(
            "$L = $L.slots.get($L, $L)", at(step.name()), at(inputs), slot, zero(step.type()));
  }

  /** A step's value computed, if it must be, and kept, if it was asked for. */
  CodeBlock run(Step step) {
    CodeBlock.Builder code =
        CodeBlock.builder().beginControlFlow("if ($L)", at(needs.get(step.name())));
    if (step instanceof Step.Call call) {
      CodeBlock value = Calls.node(call, this::value);
      if (step.type().isReference()) {
        value = CodeBlock.of("$T.notNull($S, $L)", Types.PROBE, step.name(), value);
      }
      code.addStatement("long $N = $L.begin($S)", since, at(probe), step.name())
          .addStatement("$L = $L", at(step.name()), value)
          .addStatement("$L.end($S, 1, $N)", at(probe), step.name(), since);
    } else {
      code.addStatement(
          "$L = $L",
          at(step.name()),
          regions.use((Step.Use) step, step.name(), at(probe), this::value));
    }
    return code.endControlFlow()
        .beginControlFlow("if ($L)", isWanted(step))
        .addStatement("$L.$N = $L", at(outputs), step.name(), at(step.name()))
        .endControlFlow()
        .build();
  }

  /** Lets go of what nobody reads after a step; a local variable does so by itself. */
  CodeBlock drop(Step step) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (String name : lastReads.getOrDefault(step.name(), List.of())) {
      if (!scope.isInput(name) && scope.values().get(name).isReference()) {
        code.addStatement("$L = $T.none()", at(name), Types.SLOTS);
      }
    }
    return code.build();
  }

  private Calls.Value value(Argument argument) {
    CodeBlock expression =
        scope.isInput(argument.name())
            ? CodeBlock.of("$L.$N()", at(inputs), argument.name())
            : at(argument.name());
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
