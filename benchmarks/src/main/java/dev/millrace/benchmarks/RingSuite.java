package dev.millrace.benchmarks;

import dev.millrace.runtime.exec.Hops;
import dev.millrace.runtime.exec.Spent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What it costs a row to hop through the ring from thread to thread. CPU time counts: two threads
 * that hand something over are faster by the clock than one, or slower, as the machine pleases.
 */
final class RingSuite implements Suite {
  /** The most nanoseconds of CPU that a hop may cost a row, by the rows of a chunk. */
  private static final Map<Integer, Integer> BUDGETS =
      new TreeMap<>(Map.of(1, 100, 64, 40, 256, 20));

  private static final int MOST_STAGES = 3;

  @Override
  public String name() {
    return "ring";
  }

  @Override
  public String about() {
    return "a row's hop from thread to thread, in chunks of 1, 64 and 256";
  }

  @Override
  public List<Metric> run(boolean quick) {
    List<Metric> metrics = new ArrayList<>();
    BUDGETS.forEach(
        (chunkRows, budget) -> {
          for (int stages = 1; stages <= MOST_STAGES; stages++) {
            metrics.addAll(measure(chunkRows, stages, budget, quick));
          }
        });
    return metrics;
  }

  private static List<Metric> measure(int chunkRows, int stages, int budget, boolean quick) {
    int rows = (quick ? 200_000 : 500_000) * (chunkRows == 1 ? 1 : 10);
    int warmUps = quick ? 2 : 4;
    List<Spent> streamed = new ArrayList<>();
    List<Spent> inline = new ArrayList<>();
    try (Hops hops = new Hops(chunkRows, stages)) {
      for (int round = -warmUps; round < (quick ? 5 : 15); round++) {
        Spent through = hops.streamed(rows);
        Spent alone = hops.inline(rows);
        if (round >= 0) {
          streamed.add(through);
          inline.add(alone);
        }
      }
    }
    String what = "chunks of " + chunkRows + ", stages: " + stages;
    double cpu = median(streamed, Spent::cpuNanos);
    double cpuInline = median(inline, Spent::cpuNanos);
    return List.of(
        Metric.of(what + ", CPU", cpu, "ns/row").beside(cpuInline),
        Metric.of(what + ", wall", median(streamed, Spent::wallNanos), "ns/row")
            .beside(median(inline, Spent::wallNanos)),
        Metric.of(what + ", a hop, CPU", (cpu - cpuInline) / stages, "ns/row").atMost(budget),
        Metric.of(what + ", heap", thousandths(least(streamed)), "B/row").atMost(0));
  }

  private static double median(List<Spent> all, ToDoubleFunction<Spent> figure) {
    return Cost.middle(all.stream().map(figure::applyAsDouble).toList());
  }

  /** What others do on the machine, and the compilers in this process, only adds to it. */
  private static double least(List<Spent> all) {
    return all.stream().mapToDouble(Spent::bytes).min().orElseThrow();
  }

  private static double thousandths(double bytes) {
    return Math.round(bytes * 1000) / 1000.0;
  }
}
