package dev.millrace.retrieval.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What people said about passages: query id, then passage id, then grade, in the order of the file.
 *
 * <p>A grade of 1 or more is relevant, the higher the better; 0 is judged and not relevant; below 0
 * counts as not judged, as trec_eval has it.
 *
 * @param grades query id to passage id to grade; copied, and immutable
 */
public record Judgments(Map<String, Map<String, Integer>> grades) {
  /** Copies the grades, keeping their order. */
  public Judgments {
    Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
    grades.forEach(
        (query, byPassage) ->
            copy.put(query, Collections.unmodifiableMap(new LinkedHashMap<>(byPassage))));
    grades = Collections.unmodifiableMap(copy);
  }

  /** Returns the ids of all judged queries, in the order of the file. */
  public Set<String> queryIds() {
    return grades.keySet();
  }

  /** Returns one query's grades by passage id; empty for a query that nobody judged. */
  public Map<String, Integer> of(String queryId) {
    return grades.getOrDefault(queryId, Map.of());
  }

  /** Returns the number of grades over all queries. */
  public int size() {
    return grades.values().stream().mapToInt(Map::size).sum();
  }

  /**
   * Returns the grades whose passage is not in a collection, in their order. Such a passage can
   * never be found: each lowers every figure without a trace, so ask before measuring.
   *
   * @param inCollection whether a passage id exists
   */
  public Judgments absentFrom(Predicate<? super String> inCollection) {
    Map<String, Map<String, Integer>> absent = new LinkedHashMap<>();
    grades.forEach(
        (query, byPassage) -> {
          Map<String, Integer> left = new LinkedHashMap<>(byPassage);
          left.keySet().removeIf(inCollection);
          if (!left.isEmpty()) {
            absent.put(query, left);
          }
        });
    return new Judgments(absent);
  }
}
