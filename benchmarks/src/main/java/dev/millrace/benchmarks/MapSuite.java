package dev.millrace.benchmarks;

import dev.millrace.benchmarks.five.MapBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Five small nodes for each of ten thousand values, beside the same by hand and by others. */
final class MapSuite implements Suite {
  @Override
  public String name() {
    return "map";
  }

  @Override
  public String about() {
    return "five nodes for each of 10,000 values, beside a hand-written loop and streams";
  }

  @Override
  public List<Metric> run(boolean quick) throws Exception {
    Map<String, Jmh.Score> scores = Jmh.scores(MapBenchmark.class, quick);
    List<Metric> metrics = new ArrayList<>(Five.costs(scores, "ns/item", "B/item"));
    metrics.add(Five.ratio(scores, "millrace").atMost(1));
    metrics.add(Five.ratio(scores, "millraceSoft").atMost(1));
    return metrics;
  }
}
