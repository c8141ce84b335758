package dev.millrace.samples.retrieval;

import dev.millrace.retrieval.nodes.EvaluationNodes.Scores;
import dev.millrace.retrieval.nodes.RankingMethod;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How good the methods that fuse are with each of some constants. */
record Sweep(String collection, List<Line> lines) {
  private static final List<RankingMethod> FUSING =
      List.of(RankingMethod.FUSED, RankingMethod.RERANKED);

  /**
   * One constant.
   *
   * @param methods those that depend on it
   */
  record Line(int rrf, Map<RankingMethod, Scores> methods) {}

  /**
   * Returns the lines of constants.
   *
   * @param scores of every method, a map for each constant
   */
  static Sweep of(String collection, RrfValues constants, List<Map<RankingMethod, Scores>> scores) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      Map<RankingMethod, Scores> methods = new EnumMap<>(scores.get(i));
      methods.keySet().retainAll(FUSING);
      lines.add(new Line(constants.values().get(i), methods));
    }
    return new Sweep(collection, List.copyOf(lines));
  }
}
