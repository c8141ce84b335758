package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Step;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names and places that the emitters of one pipeline share. */
final class Scope {
  /** Each copy of the inputs writes all fields. */
  private static final int MOST_FIELDS = 32;

  private static final String ALL = " all"; // no value's name has a blank
  private static final String WIRING = " wiring";

  final ExecutionPlan plan;
  final ClassName pipeline;

  /** Whether runs ask a cache, if they are given one. */
  final boolean isCached;

  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Map<String, TypeRef> types = new LinkedHashMap<>();
  private final NameAllocator constants = new NameAllocator();
  private final Set<String> classes = new HashSet<>();
  private final Map<String, ExecutionPlan.Input> inputs = new LinkedHashMap<>();
  final AdapterEmitter adapters;
  final MeetingEmitter meetings;
  final Answer answer;

  Scope(ExecutionPlan plan, boolean isCached) {
    this.plan = plan;
    this.isCached = isCached;
    this.pipeline = Types.name(plan.pipeline().type().companion("Pipeline"));
    for (ExecutionPlan.Input input : plan.inputs()) {
      slots.put(input.name(), slots.size());
      types.put(input.name(), input.type());
      inputs.put(input.name(), input);
    }
    plan.steps().forEach(step -> slots.put(step.name(), slots.size()));
    plan.outputs().forEach(step -> types.put(step.name(), step.type()));
    types.keySet().forEach(constants::newName); // a local of that name would hide the constant
    plan.steps().forEach(this::reserveOwners);
    constants.newName("ALL", ALL);
    constants.newName("WIRING", WIRING);
    for (Step step : plan.outputs()) {
      constants.newName(constant(step.name()), step.name());
    }
    List.of(pipeline.simpleName(), "Inputs", "Over", "Outputs", "Builder").forEach(this::newClass);
    this.adapters = new AdapterEmitter(this);
    this.meetings = new MeetingEmitter(this);
    this.answer = Answer.of(this, BodyEmitter.isSegmented(plan));
  }

  /** Returns an input, or null for what is none. */
  ExecutionPlan.@Nullable Input input(String name) {
    return inputs.get(name);
  }

  /**
   * Returns whether an input has a field of its own, which a run reads without looking anything up:
   * one that must be given, of a pipeline that has not too many.
   */
  boolean hasField(ExecutionPlan.Input input) {
    return input.isRequired()
        && !input.isResource()
        && !input.name().equals("slots")
        && names().filter(input.name()::equalsIgnoreCase).count() == 1
        && plan.required().size() <= MOST_FIELDS;
  }

  private Stream<String> names() {
    return Stream.concat(
        plan.inputs().stream().map(ExecutionPlan.Input::name),
        plan.steps().stream().map(Step::name));
  }

  /** Returns whether a step's value is an output of the pipeline. */
  boolean isOutput(Step step) {
    return types.containsKey(step.name());
  }

  /** Returns the inputs that are opened when they are first used. */
  List<ExecutionPlan.Input> resources() {
    return plan.inputs().stream().filter(ExecutionPlan.Input::isResource).toList();
  }

  /** Returns whether runs lease resources, or make some. */
  boolean hasResources() {
    return !resources().isEmpty() || plan.steps().stream().anyMatch(Scope::makesResource);
  }

  /** Returns whether a run starts nodes, to wait for them later. */
  boolean isAsync() {
    return plan.steps().stream().anyMatch(Step::isAsync);
  }

  /** Returns whether a step returns a resource, or something in a nested use does. */
  static boolean makesResource(Step step) {
    return step instanceof Step.Use use
        ? use.region().steps().stream().anyMatch(Scope::makesResource)
        : step instanceof Step.Call call && Calls.isResource(call);
  }

  /** A constant of that name would obscure the class on which a node is called. */
  private void reserveOwners(Step step) {
    if (step instanceof Step.Call call) {
      call.node().method().owner().simpleNames().forEach(constants::newName);
    } else if (step instanceof Step.Use use) {
      use.region().steps().forEach(this::reserveOwners);
    }
  }

  /** Returns where in the slots a value lies: inputs first, then the steps as they run. */
  int slot(String name) {
    return slots.get(name);
  }

  /** Returns the number of slots. */
  int size() {
    return slots.size();
  }

  /** Returns what users name, and its type: inputs first, then outputs. */
  Map<String, TypeRef> values() {
    return types;
  }

  boolean isInput(String name) {
    return inputs.containsKey(name);
  }

  /** Returns the constant that stands for all outputs. */
  String all() {
    return constants.get(ALL);
  }

  /** Returns the constant that stands for an output: its slot. */
  String want(String output) {
    return constants.get(output);
  }

  /** Returns the constant that says which step reads what. */
  String wiring() {
    return constants.get(WIRING);
  }

  /** Returns a step's slot, as its constant where it has one. */
  CodeBlock place(Step step) {
    return isOutput(step)
        ? CodeBlock.of("$N", want(step.name()))
        : CodeBlock.of("$L", slot(step.name()));
  }

  /**
   * Returns a nested class's name that nothing else has, not even in other capitals: some file
   * systems take those for the same.
   */
  String newClass(String suggestion) {
    String name = suggestion;
    while (!classes.add(name.toLowerCase(Locale.ROOT))) {
      name += "_";
    }
    return name;
  }

  ClassName inputs() {
    return pipeline.nestedClass("Inputs");
  }

  ClassName over() {
    return pipeline.nestedClass("Over");
  }

  ClassName outputs() {
    return pipeline.nestedClass("Outputs");
  }

  /** Returns the name with a capital letter. */
  static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  static String constant(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
