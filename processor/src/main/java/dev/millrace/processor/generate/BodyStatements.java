package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.LastReads;
import dev.millrace.processor.plan.Reach;
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
  final String memo;
  final String answer;
  final String probe;
  final String leases;
  final String failure;
  final String started;
  private final String since;
  private final String device;
  private final String missing;
  final String bits;
  private final Scope scope;
  private final ValueEmitter emitter;
  private final boolean framed;
  private final NameAllocator names = new NameAllocator();
  private final Map<String, String> needs = new LinkedHashMap<>();
  private final Map<String, String> pending = new LinkedHashMap<>();
  private final Map<String, List<Reach>> reaches;
  private final LastReads lastReads;

  /**
   * @param frame what the frame's variable is called; empty where there is none
   */
  BodyStatements(Scope scope, RegionEmitter regions, String frame) {
    this.scope = scope;
    this.emitter = new ValueEmitter(scope, regions, "");
    this.framed = !frame.isEmpty();
    scope.values().keySet().forEach(name -> names.newName(name, name));
    scope.plan.steps().stream()
        .filter(step -> !scope.isOutput(step))
        .forEach(step -> names.newName(step.name(), step.name()));
    this.inputs = names.newName("inputs");
    this.want = names.newName("want");
    this.all = names.newName("all");
    this.memo = names.newName("memo");
    this.answer = names.newName(scope.answer.name());
    this.probe = names.newName("probe");
    this.leases = names.newName("leases");
    this.since = names.newName("since");
    for (Step step : scope.plan.steps()) {
      needs.put(step.name(), names.newName("needs" + Scope.capital(step.name())));
    }
    this.failure = names.newName("failure");
    this.missing = names.newName("missing");
    this.bits = names.newName("needs");
    this.started = names.newName("started");
    for (Step step : scope.plan.steps()) {
      if (step.isAsync()) {
        pending.put(step.name(), names.newName(step.name() + "Started"));
      }
    }
    this.device = names.newName("device");
    this.frame = framed ? names.newName(frame) : "";
    this.reaches = Reach.of(scope.plan.steps());
    this.lastReads = LastReads.of(scope.plan.steps());
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
    if (scope.isOutput(step) && !scope.answer.hasWant()) {
      return CodeBlock.of(
          "$L = !$L.slots.has($L)",
          at(needs.get(step.name())),
          at(inputs),
          scope.slot(step.name()));
    }
    List<CodeBlock> ways = new ArrayList<>();
    if (scope.isOutput(step)) {
      ways.add(isWanted(step));
    }
    reaches.getOrDefault(step.name(), List.of()).forEach(reach -> ways.add(way(reach)));
    boolean isOne = ways.size() == 1 && !scope.isOutput(step);
    return CodeBlock.of(
        isOne ? "$L = $L$W&& !$L.slots.has($L)" : "$L = ($L)$W&& !$L.slots.has($L)",
        at(needs.get(step.name())),
        CodeBlock.join(ways, "$W|| "),
        at(inputs),
        scope.slot(step.name()));
  }

  private CodeBlock isWanted(Step output) {
    return CodeBlock.of("$L$W|| $L == $N", at(all), at(want), scope.want(output.name()));
  }

  /** Returns whether a step must run, where that has been worked out. */
  private CodeBlock needed(Step step) {
    return isEasy()
        ? CodeBlock.of("($N & 1L << $L) != 0", bits, scope.plan.steps().indexOf(step))
        : at(needsOf(step));
  }

  private CodeBlock way(Reach reach) {
    return way(reach, at(needsOf(reach.reader())));
  }

  private CodeBlock way(Reach reach, CodeBlock needed) {
    return reach
        .chosen()
        .map(
            chosen ->
                CodeBlock.of(
                    "$L$W&& $L",
                    needed,
                    Calls.chooses(
                        chosen.choice(), chosen.variant(), selector(chosen.choice().selector()))))
        .orElse(needed);
  }

  /** What chooses, before it is known to be there. */
  private CodeBlock selector(Argument argument) {
    ExecutionPlan.Input input = scope.input(argument.name());
    if (input != null && !input.isRequired()) {
      return CodeBlock.of("$L.$N()", at(inputs), argument.name());
    }
    return CodeBlock.of(
        "$L.slots.<$T>get($L)",
        at(inputs),
        Types.name(argument.given()),
        scope.slot(argument.name()));
  }

  /**
   * Returns whether all steps must run where a run is given what is required, and nothing else:
   * most are, and then nothing has to be worked out.
   */
  boolean isEasy() {
    return !framed
        && !scope.answer.hasWant()
        && scope.plan.steps().stream().noneMatch(Step.Choice.class::isInstance);
  }

  /** What is missing is said before anything runs, all of it at once. */
  CodeBlock missing() {
    List<ExecutionPlan.Input> required = scope.plan.required();
    if (required.isEmpty()) {
      return CodeBlock.of("");
    }
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("if (!$L.slots.hasFirst($L))", at(inputs), required.size())
            .addStatement(
                "$T $N = new $T($S)",
                Types.MISSING_INPUTS,
                missing,
                Types.MISSING_INPUTS,
                pipelineName());
    for (ExecutionPlan.Input input : required) {
      code.addStatement(
          "$N.check($S,$W$L,$W$L.slots.has($L))",
          missing,
          input.name(),
          isRead(input),
          at(inputs),
          scope.slot(input.name()));
    }
    return code.addStatement("$N.tell($L)", missing, at(memo)).endControlFlow().build();
  }

  private CodeBlock isRead(ExecutionPlan.Input input) {
    return reaches.get(input.name()).stream().map(this::way).collect(CodeBlock.joining("$W|| "));
  }

  /** Returns whether any step that must run reads an input, where that has been worked out. */
  CodeBlock isNeeded(ExecutionPlan.Input input) {
    return reaches.get(input.name()).stream()
        .map(reach -> way(reach, needed(reach.reader())))
        .collect(CodeBlock.joining("$W|| "));
  }

  /** Returns whether there is but one way by which an input is needed. */
  boolean hasOneReach(ExecutionPlan.Input input) {
    return reaches.get(input.name()).size() == 1;
  }

  /** The run's probe. */
  CodeBlock start() {
    if (!scope.isCached) {
      return CodeBlock.of("$L = this.execution.start($L)", at(probe), at(memo));
    }
    return CodeBlock.of(
        "$L = this.execution.start($L, $L.slots, $L)",
        at(probe),
        at(memo),
        at(inputs),
        scope.answer.hasWant() ? at(want) : CodeBlock.of("$N", scope.all()));
  }

  /** A run that only says what is missing ends before it begins. */
  CodeBlock check() {
    return CodeBlock.builder()
        .beginControlFlow("if ($L.isCheck())", at(memo))
        .addStatement("return $L", scope.answer.none())
        .endControlFlow()
        .build();
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

  /** Returns the name of the variable with the call of an asynchronous node. */
  String pendingOf(Step step) {
    return pending.get(step.name());
  }

  /** The call of an asynchronous node, or none. */
  CodeBlock notStarted(Step step) {
    return CodeBlock.of("$L = $T.none()", at(pending.get(step.name())), Types.SLOTS);
  }

  /** An asynchronous node is started, if it must run. */
  CodeBlock start(Step.Call call) {
    List<CodeBlock> held = DeviceStatements.held(call, this::value);
    CodeBlock starts = emitter.start(call, this::value, at(started), CodeBlock.of("$N", since));
    CodeBlock set =
        CodeBlock.builder()
            .addStatement(
                "$L = $L",
                at(pending.get(call.name())),
                DeviceStatements.until(device, held, starts))
            .build();
    return CodeBlock.builder()
        .beginControlFlow("if ($L$L)", needed(call), andComputed(call))
        .addStatement(
            "long $N = $L.begin($L, $S)", since, at(probe), scope.place(call), call.label())
        .add(DeviceStatements.around(device, held, set))
        .endControlFlow()
        .build();
  }

  /** Its value waited for, if it was started, and an output of this run, if it was asked for. */
  CodeBlock join(Step.Call call) {
    CodeBlock place = scope.place(call);
    CodeBlock started = at(pending.get(call.name()));
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow(
                "if ($L$L)",
                needed(call),
                scope.isCached ? CodeBlock.of(" && $L != null", started) : CodeBlock.of(""))
            .addStatement("$L.at($L)", at(probe), place)
            .addStatement(set(call, Calls.checked(call, call.label(), emitter.join(call, started))))
            .addStatement("$L.end($S, $L.since())", at(probe), call.label(), started)
            .addStatement("$L.keep($L, $L)", at(probe), place, at(call.name()));
    if (framed) {
      code.addStatement(notStarted(call));
    }
    recalled(call, code);
    return code.endControlFlow().add(take(call)).build();
  }

  /** A step's value computed, if it must be, and an output of this run, if it was asked for. */
  CodeBlock run(Step step) {
    CodeBlock place = scope.place(step);
    CodeBlock.Builder code =
        CodeBlock.builder().beginControlFlow("if ($L$L)", needed(step), andComputed(step));
    if (step instanceof Step.Call call) {
      code.addStatement("long $N = $L.begin($L, $S)", since, at(probe), place, step.label())
          .add(DeviceStatements.around(device, occupying(call), ended(call, place)));
    } else {
      code.addStatement("$L.at($L)", at(probe), place)
          .add(
              step instanceof Step.Choice choice
                  ? emitter.choice(choice, this::value, each -> set(step, each))
                  : CodeBlock.builder().addStatement(set(step, value(step))).build())
          .addStatement("$L.keep($L, $L)", at(probe), place, at(step.name()));
    }
    recalled(step, code);
    return code.endControlFlow().add(take(step)).build();
  }

  /** A step that must run does so unless the cache has its value, or that of what reads it. */
  private CodeBlock andComputed(Step step) {
    return scope.isCached
        ? CodeBlock.of(" && $L.computes($L)", at(probe), scope.place(step))
        : CodeBlock.of("");
  }

  /** Else it has the value that the cache had, if anybody needs it. */
  private void recalled(Step step, CodeBlock.Builder code) {
    if (scope.isCached) {
      code.nextControlFlow("else if ($L)", needed(step))
          .addStatement(
              set(
                  step,
                  step.type().isReference()
                      ? CodeBlock.of("$L.recalled($L)", at(probe), scope.place(step))
                      : CodeBlock.of(
                          "$L.recalled($L, $L)", at(probe), scope.place(step), zero(step.type()))));
    }
  }

  /** The resources by which a call occupies devices, unless it is made where others' are. */
  private List<CodeBlock> occupying(Step.Call call) {
    return call.node().meetsSingly() ? List.of() : DeviceStatements.held(call, this::value);
  }

  /**
   * The value of a node, and that it is there: in one call, but for what may be null, which
   * NullAway does not see through a call that returns what it is given.
   */
  private CodeBlock ended(Step.Call call, CodeBlock place) {
    if (call.isNullable()) {
      return CodeBlock.builder()
          .addStatement(set(call, value(call)))
          .addStatement("$L.end($S, $N)", at(probe), call.label(), since)
          .addStatement("$L.keep($L, $L)", at(probe), place, at(call.name()))
          .build();
    }
    CodeBlock ended =
        CodeBlock.of("$L.end($L, $S, $N,$W$L)", at(probe), place, call.label(), since, value(call));
    return CodeBlock.builder().addStatement(set(call, ended)).build();
  }

  /** An output is the run's, if it was asked for. */
  private CodeBlock take(Step step) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (scope.isOutput(step)) {
      CodeBlock take = scope.answer.take(at(answer), step, at(step.name()));
      if (scope.answer.hasWant()) {
        code.beginControlFlow("if ($L)", isWanted(step)).addStatement(take).endControlFlow();
      } else {
        code.addStatement(take);
      }
    }
    return code.build();
  }

  /** What has the resources that a step makes. */
  private CodeBlock owner(Step step) {
    return CodeBlock.of("$L.owner($L, $L)", at(memo), scope.place(step), at(leases));
  }

  /** Whether a resource that a step makes outlives the run: as an output, or as a part of one. */
  private CodeBlock outlives(Step step) {
    List<Step> outputs =
        Scope.makesResource(step)
            ? Passing.on(step, scope.plan.steps()).stream().filter(scope::isOutput).toList()
            : List.of();
    return outputs.isEmpty()
        ? CodeBlock.of("false")
        : scope.answer.hasWant()
            ? outputs.stream().map(this::isWanted).collect(CodeBlock.joining("$W|| "))
            : CodeBlock.of("true");
  }

  private CodeBlock set(Step step, CodeBlock value) {
    return CodeBlock.of("$L = $L", at(step.name()), value);
  }

  /** What a nested use gives, it has checked itself. */
  private CodeBlock value(Step step) {
    CodeBlock value =
        emitter.value(
            step,
            this::value,
            new ValueEmitter.Run(probe(step), owner(step), outlives(step), true));
    return step instanceof Step.Use ? value : Calls.checked(step, step.label(), value);
  }

  private CodeBlock probe(Step step) {
    return scope.isCached && step instanceof Step.Use
        ? CodeBlock.of("$L.inside($L)", at(probe), scope.place(step))
        : at(probe);
  }

  /** Lets go of what nobody reads after a step; a local variable does so by itself. */
  CodeBlock drop(Step step) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (String name : lastReads.by(step)) {
      code.addStatement("$L = $T.none()", at(name), Types.SLOTS);
    }
    return code.build();
  }

  private Calls.Value value(Argument argument) {
    ExecutionPlan.Input input = scope.input(argument.name());
    CodeBlock expression =
        input != null && !input.isResource()
            ? CodeBlock.of(scope.hasField(input) ? "$L.$N" : "$L.$N()", at(inputs), argument.name())
            : at(argument.name());
    return new Calls.Value(expression, argument.given());
  }

  static String zero(TypeRef type) {
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
