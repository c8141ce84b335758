package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Step;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names and places that the emitters of one pipeline share. */
final class Scope {
  final ExecutionPlan plan;
  final ClassName pipeline;
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Map<String, TypeRef> types = new LinkedHashMap<>();
  private final NameAllocator constants = new NameAllocator();
  private final NameAllocator classes = new NameAllocator();

  Scope(ExecutionPlan plan) {
    this.plan = plan;
    this.pipeline = Types.name(plan.pipeline().type().companion("Pipeline"));
    plan.inputs().forEach(input -> add(input.name(), input.type()));
    for (Step step : plan.outputs()) {
      add(step.name(), step.type());
    }
    constants.newName("ALL", "");
    for (Step step : plan.outputs()) {
      constants.newName(constant(step.name()), step.name());
    }
    for (String taken : new String[] {pipeline.simpleName(), "Inputs", "Outputs", "Builder"}) {
      classes.newName(taken);
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

  /** Returns the constant that stands for an output. */
  String want(String output) {
    return constants.get(output);
  }

  /** Returns a nested class's name that nothing else has. */
  String newClass(String suggestion) {
    return classes.newName(suggestion);
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
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT);
  }
}
