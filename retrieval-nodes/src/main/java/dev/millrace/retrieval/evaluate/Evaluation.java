package dev.millrace.retrieval.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured.
 *
 * @param means each measure's mean over all judged queries, in the order asked for
 * @param perQuery each judged query's values, in the order of the judgments
 * @param coverage what the judgments and the run lack
 */
public record Evaluation(
    Map<Measure, Double> means, Map<String, Map<Measure, Double>> perQuery, Coverage coverage) {
  /** Copies the maps, keeping their order. */
  public Evaluation {
    means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
    Map<String, Map<Measure, Double>> copy = new LinkedHashMap<>();
    perQuery.forEach(
        (query, values) ->
            copy.put(query, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
    perQuery = Collections.unmodifiableMap(copy);
  }

  /**
   * Returns one mean.
   *
   * @throws EvaluationException if it was not asked for
   */
  public double mean(Measure measure) {
    Double mean = means.get(measure);
    if (mean == null) {
      throw new EvaluationException(measure + " was not measured, only " + means.keySet());
    }
    return mean;
  }
}
