package dev.millrace.samples.retrieval;

import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Adds up how long each node took. */
final class NodeTimes implements RunListener {
  private final Map<String, Time> times = new HashMap<>();

  /** How long a node took for how many items. */
  record Time(long items, Duration elapsed) {
    double millisPerItem() {
      return items == 0 ? 0 : elapsed.toNanos() / 1e6 / items;
    }

    double seconds() {
      return elapsed.toNanos() / 1e9;
    }

    private Time plus(Time other) {
      return new Time(items + other.items, elapsed.plus(other.elapsed));
    }
  }

  /** Returns a node's time; that of one inside a nested use under {@code outer.inner}. */
  synchronized Time of(String node) {
    return times.getOrDefault(node, new Time(0, Duration.ZERO));
  }

  private synchronized void add(String node, Time more) {
    times.merge(node, more, Time::plus);
  }

  @Override
  public RunObserver runStarted(RunInfo run) {
    return new RunObserver() {
      @Override
      public void nodeFinished(String node, long items, Duration elapsed) {
        add(node, new Time(items, elapsed));
      }
    };
  }
}
