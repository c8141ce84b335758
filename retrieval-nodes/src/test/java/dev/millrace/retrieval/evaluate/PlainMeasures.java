package dev.millrace.retrieval.evaluate;

import dev.millrace.retrieval.search.Hit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The oracle: each measure from its definition over sets of names, slow and without any of the
 * evaluator's code. Ids here are ASCII, so that Java's order of strings is strcmp's.
 */
final class PlainMeasures {
  private PlainMeasures() {}

  static double value(String measure, String query, EvaluatorLawsTest.Trial trial) {
    Map<String, Integer> grades = trial.grades().get(query);
    List<Hit> hits = new ArrayList<>(trial.run().getOrDefault(query, List.of()));
    hits.sort(Comparator.comparing(Hit::id).reversed());
    hits.sort(Comparator.comparing(hit -> -hit.score()));
    List<String> ranked = hits.stream().map(Hit::id).toList();
    String[] parts = measure.split("@");
    int cut = parts.length == 2 ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
    List<String> head = ranked.subList(0, Math.min(cut, ranked.size()));
    Set<String> relevant = new HashSet<>(grades.keySet());
    relevant.removeIf(id -> grades.get(id) < 1);
    return switch (parts[0]) {
      case "ndcg" -> ndcg(head, grades, relevant, cut);
      case "ndcg-exp" -> {
        Map<String, Integer> gains = new HashMap<>();
        relevant.forEach(id -> gains.put(id, (1 << grades.get(id)) - 1));
        yield ndcg(head, gains, relevant, cut);
      }
      case "recall" -> relevant.isEmpty() ? 0 : 1.0 * common(head, relevant) / relevant.size();
      case "p" -> 1.0 * common(head, relevant) / cut;
      case "mrr" ->
          head.stream()
              .filter(relevant::contains)
              .findFirst()
              .map(id -> 1.0 / (1 + head.indexOf(id)))
              .orElse(0.0);
      case "map" ->
          relevant.isEmpty()
              ? 0
              : relevant.stream()
                      .filter(head::contains)
                      .mapToDouble(id -> precision(head, relevant, head.indexOf(id) + 1))
                      .sum()
                  / relevant.size();
      case "judged" ->
          head.isEmpty()
              ? 0
              : 1.0
                  * head.stream().filter(id -> grades.getOrDefault(id, -1) >= 0).count()
                  / head.size();
      default -> throw new AssertionError(measure);
    };
  }

  private static double ndcg(
      List<String> head, Map<String, Integer> grades, Set<String> relevant, int cut) {
    List<Integer> ideal = new ArrayList<>(relevant.stream().map(grades::get).toList());
    ideal.sort(Collections.reverseOrder());
    double best = 0;
    for (int rank = 1; rank <= ideal.size() && rank <= cut; rank++) {
      best += ideal.get(rank - 1) / (Math.log(rank + 1) / Math.log(2));
    }
    double gain = 0;
    for (String id : relevant) {
      if (head.contains(id)) {
        gain += grades.get(id) / (Math.log(head.indexOf(id) + 2) / Math.log(2));
      }
    }
    return best == 0 ? 0 : gain / best;
  }

  private static double precision(List<String> head, Set<String> relevant, int depth) {
    return 1.0 * common(head.subList(0, depth), relevant) / depth;
  }

  private static long common(List<String> head, Set<String> relevant) {
    return head.stream().filter(relevant::contains).count();
  }
}
