package dev.millrace.runtime.spi;

import dev.millrace.runtime.CancelledException;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.PipelineClosedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a map's nodes fail, and what follows. */
final class Faults {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");

  private final Execution execution;
  private final String path;
  private final Notes notes = new Notes();
  private final Set<String> isolated = ConcurrentHashMap.newKeySet(0);
  private final AtomicInteger count = new AtomicInteger();

  Faults(Execution execution, String path) {
    this.execution = execution;
    this.path = path;
  }

  /** Returns the use's name with those around it. */
  String path() {
    return path;
  }

  /** Counts an item that has failed. */
  void fail() {
    count.incrementAndGet();
  }

  /** Returns how many items have failed. */
  int count() {
    return count.get();
  }

  /** Returns a node's name with those of the uses around it. */
  String place(String node) {
    return path + "." + node;
  }

  /**
   * Returns whether no item is at fault: somebody wants the run to end, or what the run was given
   * cannot be used. No item's failure is told in its place. What another pipeline says of itself is
   * a failure as any other.
   */
  boolean endsRun(Throwable thrown) {
    return RunEnd.is(thrown) || isEndWanted(execution, thrown);
  }

  /** Returns whether somebody wants a run to end: who interrupts it, or closes its pipeline. */
  static boolean isEndWanted(Execution execution, Throwable thrown) {
    return thrown instanceof InterruptedException
        || Thread.currentThread().isInterrupted()
        || (thrown instanceof PipelineClosedException && execution.isClosed());
  }

  /**
   * Adds where it happened.
   *
   * @param tellsLowest whether of all items that fail the lowest is told of, and no other
   */
  void note(String node, long item, boolean tellsLowest, Throwable thrown) {
    notes.add(place(node), item, tellsLowest, thrown);
  }

  /** Says that it is an item's outcome, which has its place itself. */
  void keep(String node, Throwable thrown) {
    notes.keep(place(node), thrown);
  }

  /**
   * Returns whether a twin's rows are to be run one by one, or have all failed with it: what was
   * cancelled is not begun again, and a twin that gives nothing, be it a list or a stage, is at
   * fault itself. The first failure of a twin in this map is a warning, the others are for those
   * who look closer.
   */
  boolean isolates(String node, Exception thrown) {
    if (thrown instanceof CancellationException
        || thrown instanceof NullResultException
        || endsRun(thrown)) {
      return false;
    }
    LOGGER.log(
        isolated.add(node) ? Level.WARNING : Level.DEBUG,
        "the @Batch twin of \"" + place(node) + "\" failed; its items are run one by one",
        thrown);
    return true;
  }

  /**
   * Returns what an item is told to have failed with. Where a run is ended, its calls have other
   * words for it: a cancellation is the node's own, or that of its stage.
   */
  Throwable cause(String node, Throwable thrown) {
    return thrown instanceof CancellationException cancellation
        ? new CancelledException(place(node), cancellation)
        : thrown;
  }
}
