package dev.millrace.benchmarks;

import dev.millrace.benchmarks.Compilation.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the processor adds to javac. Every pipeline is compiled in three ways, taken in turns: as it
 * was written and without the processor; with it; and without it, but with what it generates given
 * as sources, which tells the processor's own time from that of compiling more code. The budgets
 * are on what is added to the first way in a warm JVM; a new one, in which javac and the processor
 * are interpreted for most of the time, takes several times as long, and has none.
 */
final class CompileSuite implements Suite {
  private static final int SMALL = 50;
  private static final int BUDGETED = 100;
  private static final int LARGE = 400;
  private static final List<Integer> SIZES = List.of(SMALL, BUDGETED, 200, LARGE);

  @Override
  public String name() {
    return "compile";
  }

  @Override
  public String about() {
    return "what the processor adds to a build, by the number of nodes";
  }

  @Override
  public List<Metric> run(boolean quick) throws Exception {
    Path folder = Files.createTempDirectory("millrace-compile");
    Map<Integer, Compilation> pipelines = new LinkedHashMap<>();
    try {
      for (int size : SIZES) {
        pipelines.put(size, Compilation.of(size, folder.resolve(String.valueOf(size))));
      }
      List<Metric> metrics = new ArrayList<>();
      Compilation budgeted = pipelines.get(BUDGETED);
      metrics.add(
          Metric.of(
                  "lines generated for " + BUDGETED + " nodes", budgeted.linesGenerated(), "lines")
              .beside(budgeted.linesWritten()));
      metrics.addAll(
          costs(BUDGETED + " nodes in a new JVM", cold(pipelines.get(BUDGETED), quick ? 2 : 7)));
      Map<Integer, Map<Way, Cost>> warm = warm(pipelines, quick ? 3 : 10, quick ? 3 : 9);
      warm.forEach((size, costs) -> metrics.addAll(costs(size + " nodes", costs)));
      metrics.add(
          Metric.of("added to a build by " + BUDGETED + " nodes, CPU", added(BUDGETED, warm), "s")
              .atMost(1));
      double small = added(SMALL, warm) / SMALL;
      double large = added(LARGE, warm) / LARGE;
      metrics.add(
          Metric.of("added by a node of " + LARGE + ", CPU", large * 1000, "ms")
              .beside(small * 1000));
      metrics.add(
          Metric.of("the same over that by a node of " + SMALL, large / small, "x").atMost(1.3));
      return metrics;
    } finally {
      new Compilation(folder).delete();
    }
  }

  private static Map<Way, Cost> cold(Compilation pipeline, int rounds) throws Exception {
    Map<Way, List<Cost>> all = new EnumMap<>(Way.class);
    for (int round = 0; round < rounds; round++) {
      for (Way way : Way.values()) {
        all.computeIfAbsent(way, key -> new ArrayList<>()).add(pipeline.inNewJvm(way));
      }
    }
    return medians(all);
  }

  private static Map<Integer, Map<Way, Cost>> warm(
      Map<Integer, Compilation> pipelines, int warmUps, int rounds) throws Exception {
    Map<Integer, Map<Way, List<Cost>>> all = new LinkedHashMap<>();
    for (int round = -warmUps; round < rounds; round++) {
      for (Map.Entry<Integer, Compilation> pipeline : pipelines.entrySet()) {
        for (Way way : Way.values()) {
          Cost cost = Cost.of(() -> pipeline.getValue().compile(way));
          if (round >= 0) {
            all.computeIfAbsent(pipeline.getKey(), key -> new EnumMap<>(Way.class))
                .computeIfAbsent(way, key -> new ArrayList<>())
                .add(cost);
          }
        }
      }
    }
    Map<Integer, Map<Way, Cost>> medians = new LinkedHashMap<>();
    all.forEach((size, costs) -> medians.put(size, medians(costs)));
    return medians;
  }

  private static Map<Way, Cost> medians(Map<Way, List<Cost>> all) {
    Map<Way, Cost> medians = new EnumMap<>(Way.class);
    all.forEach((way, costs) -> medians.put(way, Cost.median(costs)));
    return medians;
  }

  /** Beside each figure stands that of what was written alone. */
  private static List<Metric> costs(String what, Map<Way, Cost> costs) {
    Cost alone = costs.get(Way.ALONE);
    Cost processed = costs.get(Way.PROCESSED);
    Cost generated = costs.get(Way.GENERATED);
    return List.of(
        Metric.of(what + ", CPU", processed.cpuSeconds(), "s").beside(alone.cpuSeconds()),
        Metric.of(what + ", generated code as sources, CPU", generated.cpuSeconds(), "s")
            .beside(alone.cpuSeconds()),
        Metric.of(what + ", wall", processed.wallSeconds(), "s").beside(alone.wallSeconds()),
        Metric.of(what + ", added, wall", processed.less(alone).wallSeconds(), "s"));
  }

  /** In CPU time: what javac does alone takes no less of it than by the clock. */
  private static double added(int size, Map<Integer, Map<Way, Cost>> costs) {
    Map<Way, Cost> ways = costs.get(size);
    return ways.get(Way.PROCESSED).less(ways.get(Way.ALONE)).cpuSeconds();
  }
}
