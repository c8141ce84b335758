package dev.millrace.processor.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** After which step nobody reads a step's value any more. */
public final class LastReads {
  private final Map<String, List<String>> last = new LinkedHashMap<>();

  private LastReads() {}

  /** Returns the last reads of steps that run in this order. */
  public static LastReads of(List<Step> steps) {
    Map<String, String> lastReader = new LinkedHashMap<>();
    Set<String> references = new HashSet<>();
    for (Step step : steps) {
      lastReader.put(step.name(), step.name());
      if (step.type().isReference()) {
        references.add(step.name());
      }
      step.arguments().forEach(argument -> lastReader.put(argument.name(), step.name()));
    }
    LastReads reads = new LastReads();
    lastReader.forEach(
        (name, reader) -> {
          if (references.contains(name)) {
            reads.last.computeIfAbsent(reader, key -> new ArrayList<>()).add(name);
          }
        });
    return reads;
  }

  /** Returns the steps, that one among them, whose values are references and not read after it. */
  public List<String> by(Step step) {
    return last.getOrDefault(step.name(), List.of());
  }
}
