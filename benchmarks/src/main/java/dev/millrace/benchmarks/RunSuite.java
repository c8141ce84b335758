package dev.millrace.benchmarks;

import dev.millrace.benchmarks.five.RunBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run of five small nodes, beside the same by hand and by others. */
final class RunSuite implements Suite {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public String about() {
    return "one run of five nodes, beside hand-written code and futures";
  }

  @Override
  public List<Metric> run(boolean quick) throws Exception {
    Map<String, Jmh.Score> scores = Jmh.scores(RunBenchmark.class, quick);
    List<Metric> metrics = new ArrayList<>(Five.costs(scores, "ns/run", "B/run"));
    metrics.add(Five.ratio(scores, "millrace").atMost(1.05));
    metrics.add(Metric.of("millrace, heap", Five.bytes(scores, "millrace"), "B/run").atMost(0));
    return metrics;
  }
}
