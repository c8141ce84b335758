package dev.millrace.samples.retrieval;

import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Adds up what of each node the cache had. */
final class CacheCounts implements RunListener {
  private final Map<String, Count> counts = new HashMap<>();

  /**
   * A node's counts.
   *
   * @param hits how many values were found
   * @param misses how many were computed for want of that
   * @param computed how many were computed, also where nobody looked for them
   */
  record Count(long hits, long misses, long computed) {
    private static final Count NONE = new Count(0, 0, 0);

    private Count plus(Count other) {
      return new Count(hits + other.hits, misses + other.misses, computed + other.computed);
    }
  }

  /** Returns a node's counts; those of one inside a nested use under {@code outer.inner}. */
  synchronized Count of(String node) {
    return counts.getOrDefault(node, Count.NONE);
  }

  private synchronized void add(String node, Count more) {
    counts.merge(node, more, Count::plus);
  }

  @Override
  public RunObserver runStarted(RunInfo run) {
    return new RunObserver() {
      @Override
      public void nodeRecalled(String node, long hits, long misses) {
        add(node, new Count(hits, misses, 0));
      }

      @Override
      public void nodeFinished(String node, long items, Duration elapsed) {
        add(node, new Count(0, 0, items));
      }
    };
  }
}
