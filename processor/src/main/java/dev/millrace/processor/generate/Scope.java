package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names and places that the emitters of one pipeline share. */
final class Scope {
  final ExecutionPlan plan;
  final ClassName pipeline;
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Map<String, TypeRef> types = new LinkedHashMap<>();
  private final NameAllocator constants = new NameAllocator();
  private final Set<String> classes = new HashSet<>();

  Scope(ExecutionPlan plan) {
    this.plan = plan;
    this.pipeline = Types.name(plan.pipeline().type().companion("Pipeline"));
    plan.inputs().forEach(input -> add(input.name(), input.type()));
    for (Step step : plan.outputs()) {
      add(step.name(), step.type());
    }
    types.keySet().forEach(constants::newName); // a local of that name would hide the constant
    plan.steps().forEach(this::reserveOwners);
    constants.newName("ALL", "");
    for (Step step : plan.outputs()) {
      constants.newName(constant(step.name()), step.name());
    }
    List.of(pipeline.simpleName(), "Inputs", "Outputs", "Builder").forEach(this::newClass);
  }

  /** A constant of that name would obscure the class on which a node is called. */
  private void reserveOwners(Step step) {
    if (step instanceof Step.Call call) {
      call.node().method().owner().simpleNames().forEach(constants::newName);
    } else {
      Region region = ((Step.Use) step).region();
      region.constant().forEach(this::reserveOwners);
      region.perItem().forEach(item -> reserveOwners(item.step()));
    }
  }

  private void add(String name, TypeRef type) {
    slots.put(name, slots.size());
    types.put(name, type);
  }

  /** Returns where in the slots a value lies: inputs first, then outputs. */
  int slot(String name) {
    return slots.get(name);
  }

  /** Returns the values by name: inputs first, then outputs. */
  Map<String, TypeRef> values() {
    return types;
  }

  boolean isInput(String name) {
    return slots.get(name) < plan.inputs().size();
  }

  /** Returns the constant that stands for all outputs. */
  String all() {
    return constants.get("");
  }

  /** Returns the constant that stands for an output. */
  String want(String output) {
    return constants.get(output);
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

  ClassName outputs() {
    return pipeline.nestedClass("Outputs");
  }

  /** Returns the name with a capital letter. */
  static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String constant(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
