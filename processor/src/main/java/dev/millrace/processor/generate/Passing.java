package dev.millrace.processor.generate;

import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** Which steps pass on a value as it is: a resource must last as long as the last of them. */
final class Passing {
  private Passing() {}

  /** Returns a step, and those of the steps that give its value, or a part of it, as theirs. */
  static List<Step> on(Step step, List<Step> steps) {
    List<Step> same = new ArrayList<>(List.of(step));
    for (Step other : steps) {
      if (same.stream().anyMatch(each -> passesOn(other, each))) {
        same.add(other);
      }
    }
    return same;
  }

  private static boolean passesOn(Step reader, Step step) {
    boolean isChoice = reader instanceof Step.Choice;
    return (isChoice || reader instanceof Step.Component)
        && reader.arguments().stream()
            .skip(isChoice ? 1 : 0) // what chooses is not chosen
            .anyMatch(each -> each.name().equals(step.name()));
  }

  /** Returns whether the value of a step in a nested use is what the use gives. */
  static boolean isKept(Step step, Region region) {
    return on(step, region.steps()).stream()
        .anyMatch(
            each ->
                region.outputs().stream().anyMatch(output -> output.name().equals(each.name())));
  }

  /** Returns whether a nested use gives resources that nodes in it made. */
  static boolean keepsResources(Step.Use use) {
    Region region = use.region();
    return region.steps().stream()
        .filter(each -> isKept(each, region))
        .anyMatch(
            each ->
                each instanceof Step.Use inner ? keepsResources(inner) : Scope.makesResource(each));
  }
}
