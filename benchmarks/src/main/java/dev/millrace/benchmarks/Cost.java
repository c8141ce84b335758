package dev.millrace.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;

/**
 * What a piece of work took.
 *
 * @param cpuSeconds of the whole process, all of its threads, the native ones too
 * @param wallSeconds by the clock: not to be trusted on a machine that others use
 */
record Cost(double cpuSeconds, double wallSeconds) {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final long SETTLING_MILLIS = 150;

  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Does the work and returns what it took. */
  static Cost of(Work work) throws Exception {
    // Threads of the work before may still spin: they shall not do so on this one's account.
    Thread.sleep(SETTLING_MILLIS);
    long wall = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    work.run();
    long cpuTaken = SYSTEM.getProcessCpuTime() - cpu;
    return new Cost(cpuTaken / 1e9, (System.nanoTime() - wall) / 1e9);
  }

  /** Returns the CPU time that this process has taken since it was started. */
  static double cpuSecondsSoFar() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  /** Returns how much more this is. */
  Cost less(Cost other) {
    return new Cost(cpuSeconds - other.cpuSeconds, wallSeconds - other.wallSeconds);
  }

  /** Returns the less of each of both figures. */
  Cost least(Cost other) {
    return new Cost(
        Math.min(cpuSeconds, other.cpuSeconds), Math.min(wallSeconds, other.wallSeconds));
  }

  /** Returns the median of each of both figures. */
  static Cost median(List<Cost> costs) {
    return new Cost(
        middle(costs.stream().map(Cost::cpuSeconds).toList()),
        middle(costs.stream().map(Cost::wallSeconds).toList()));
  }

  /** Returns the median. */
  static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
