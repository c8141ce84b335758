package dev.millrace.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Figures of the five nodes: everybody beside the hand-written code of the same run. */
final class Five {
  private static final String HAND = "hand";

  private Five() {}

  /** Returns what each takes. */
  static List<Metric> costs(Map<String, Jmh.Score> scores, String time, String heap) {
    List<Metric> metrics = new ArrayList<>();
    scores.forEach(
        (name, score) -> {
          metrics.add(Metric.of(name, score.time(), time).beside(scores.get(HAND).time()));
          metrics.add(
              Metric.of(name + ", heap", bytes(scores, name), heap).beside(bytes(scores, HAND)));
        });
    return metrics;
  }

  /** Returns how much longer one takes. */
  static Metric ratio(Map<String, Jmh.Score> scores, String name) {
    return Metric.of(
        name + " over hand-written", scores.get(name).time() / scores.get(HAND).time(), "x");
  }

  /** Returns the heap by operation in whole bytes: parts of one are the profiler's own. */
  static double bytes(Map<String, Jmh.Score> scores, String name) {
    return Math.round(scores.get(name).bytes());
  }
}
