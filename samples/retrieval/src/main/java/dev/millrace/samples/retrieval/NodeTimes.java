package dev.millrace.samples.retrieval;

import dev.millrace.runtime.RunListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Adds up how long each node took, and passes every event on to another listener. */
final class NodeTimes implements RunListener {
  private final RunListener next;
  private final Map<String, Time> times = new HashMap<>();

  NodeTimes(RunListener next) {
    this.next = next;
  }

  /** How long a node took for how many items. */
  record Time(long items, Duration elapsed) {
    double millisPerItem() {
      return items == 0 ? 0 : elapsed.toNanos() / 1e6 / items;
    }

    double seconds() {
      return elapsed.toNanos() / 1e9;
    }
  }

  /** Returns a node's time; that of one inside a nested use under {@code outer.inner}. */
  synchronized Time of(String node) {
    return times.getOrDefault(node, new Time(0, Duration.ZERO));
  }

  @Override
  public synchronized void nodeFinished(String node, long items, Duration elapsed) {
    times.merge(
        node,
        new Time(items, elapsed),
        (a, b) -> new Time(a.items() + b.items(), a.elapsed().plus(b.elapsed())));
    next.nodeFinished(node, items, elapsed);
  }

  @Override
  public void runStarted(String pipeline) {
    next.runStarted(pipeline);
  }

  @Override
  public void runFinished(String pipeline, Duration elapsed) {
    next.runFinished(pipeline, elapsed);
  }

  @Override
  public void runFailed(String pipeline, Throwable failure) {
    next.runFailed(pipeline, failure);
  }

  @Override
  public void nodeStarted(String node) {
    next.nodeStarted(node);
  }

  @Override
  public void mapStarted(String node, long items) {
    next.mapStarted(node, items);
  }

  @Override
  public void mapAdvanced(String node, long done, long items) {
    next.mapAdvanced(node, done, items);
  }
}
