package dev.millrace.processor.property;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline is asked.
 *
 * @param given inputs, and what is given instead of computed, by name
 * @param output the one that is wanted; {@link #ALL} for all
 * @param each what varies from run to run in one call; empty where there is one run
 * @param values what it is in each
 */
record Question(
    Map<String, @Nullable Object> given,
    String output,
    String each,
    List<@Nullable Object> values) {
  static final String ALL = "all";

  boolean isOfOneRun() {
    return each.isEmpty();
  }

  /** Returns the same of all outputs, in one run. */
  Question ofAll() {
    return new Question(given, ALL, "", List.of());
  }
}
