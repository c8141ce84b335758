package dev.millrace.runtime.spi;

import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import dev.millrace.runtime.observe.MapCounts;
import dev.millrace.runtime.observe.NodeCounts;
import dev.millrace.runtime.observe.RunCounts;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a run that somebody watches tells, one thing at a time, and what is counted of it. */
final class Account {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");

  private final RunCounts counts;
  private final RunListener listener;
  private @Nullable RunObserver observer; // guarded by this

  private Account(RunCounts counts, RunListener listener) {
    this.counts = counts;
    this.listener = listener;
  }

  /**
   * Returns the account of a run that begins; or null, where nobody wants to be told.
   *
   * @param around the call that makes many runs, where this is one of them; or null
   */
  static @Nullable Account open(
      @Nullable RunListener listener, String pipeline, @Nullable RunInfo around) {
    if (listener == null) {
      return null;
    }
    Account account = new Account(new RunCounts(pipeline, around), listener);
    return account.isWanted() ? account : null;
  }

  private synchronized boolean isWanted() {
    try {
      observer =
          Objects.requireNonNull(
              listener.runStarted(counts),
              "runStarted returned null; let it return RunObserver.NONE to be told nothing");
    } catch (Exception | LinkageError failure) {
      isBroken(listener, failure);
    }
    return observer != null && observer != RunObserver.NONE;
  }

  RunCounts counts() {
    return counts;
  }

  void finished() {
    Duration elapsed = counts.ended();
    tell(each -> each.finished(elapsed));
  }

  void failed(Throwable failure) {
    counts.ended();
    try {
      tell(each -> each.failed(failure));
    } catch (Error broken) {
      if (broken != failure) {
        failure.addSuppressed(broken);
      }
    }
  }

  void nodeStarted(String node) {
    tell(each -> each.nodeStarted(node));
  }

  void nodeFinished(String node, long items, long nanos) {
    counts.node(node).computed(items, nanos);
    Duration elapsed = Duration.ofNanos(nanos);
    tell(each -> each.nodeFinished(node, items, elapsed));
  }

  /** Notes that a node's values were found in the cache, or were computed for want of that. */
  void recalled(String node, long hits, long misses) {
    counts.node(node).recalled(hits, misses);
    tell(each -> each.nodeRecalled(node, hits, misses));
  }

  void batchFinished(String node, long size, long items, long nanos) {
    NodeCounts all = counts.node(node);
    all.batch(size);
    all.computed(items, nanos);
    Duration elapsed = Duration.ofNanos(nanos);
    tell(
        each -> {
          each.batchFinished(node, size, elapsed);
          each.nodeFinished(node, items, elapsed);
        });
  }

  void mapStarted(String map, long items, long parents) {
    counts.map(map).expect(items);
    tell(each -> each.mapStarted(map, items, parents));
  }

  /** Counts and tells in one, so that nobody is told of less than before. */
  synchronized void mapAdvanced(String map, long more) {
    MapCounts all = counts.map(map);
    all.advance(more);
    tell(each -> each.mapAdvanced(map, all.done(), all.items(), all.failed()));
  }

  void mapFinished(String map, long items, long nanos) {
    Duration elapsed = Duration.ofNanos(nanos);
    tell(each -> each.nodeFinished(map, items, elapsed));
  }

  /** Tells one thing at a time: stages run at once. */
  private synchronized void tell(Consumer<RunObserver> event) {
    RunObserver current = observer;
    if (current == null) {
      return;
    }
    try {
      event.accept(current);
    } catch (Exception | LinkageError failure) { // Exception: not every language checks them
      observer = null;
      isBroken(current, failure);
    }
  }

  private static void isBroken(Object told, Throwable failure) {
    LOGGER.log(
        Level.WARNING,
        "the listener " + told.getClass().getName() + " failed and is told no more of this run",
        failure);
  }
}
