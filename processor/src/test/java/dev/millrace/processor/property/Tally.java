package dev.millrace.processor.property;

import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts by node what runs tell: values that were found, that were not, that were computed. */
final class Tally implements RunListener {
  final Map<String, Long> hits = new ConcurrentHashMap<>();
  final Map<String, Long> misses = new ConcurrentHashMap<>();
  final Map<String, Long> computed = new ConcurrentHashMap<>();

  @Override
  public RunObserver runStarted(RunInfo run) {
    return new RunObserver() {
      @Override
      public void nodeRecalled(String node, long found, long missed) {
        hits.merge(node, found, Long::sum);
        misses.merge(node, missed, Long::sum);
      }

      @Override
      public void nodeFinished(String node, long items, Duration elapsed) {
        computed.merge(node, items, Long::sum);
      }
    };
  }

  @Override
  public String toString() {
    return "hits " + hits + ", misses " + misses + ", computed " + computed;
  }

  static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(each -> each).sum();
  }

  static long of(Map<String, Long> counts, String node) {
    return counts.getOrDefault(node, 0L);
  }
}
