package dev.millrace.processor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A way by which a value is needed.
 *
 * @param reader the step that reads it
 * @param chosen where that is a choice between variants, and the value one of them: which
 */
public record Reach(Step reader, Optional<Case> chosen) {

  /** A variant of a choice. */
  public record Case(Step.Choice choice, int variant) {}

  /** Returns the ways to each value that any of the steps reads. */
  public static Map<String, List<Reach>> of(List<Step> steps) {
    Map<String, List<Reach>> reaches = new LinkedHashMap<>();
    for (Step step : steps) {
      for (int i = 0; i < step.arguments().size(); i++) {
        Optional<Case> chosen =
            step instanceof Step.Choice choice && i > 0
                ? Optional.of(new Case(choice, i - 1))
                : Optional.empty();
        Reach reach = new Reach(step, chosen);
        List<Reach> known =
            reaches.computeIfAbsent(step.arguments().get(i).name(), name -> new ArrayList<>());
        if (!known.contains(reach)) {
          known.add(reach);
        }
      }
    }
    return reaches;
  }
}
