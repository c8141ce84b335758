package dev.millrace.runtime.spi;

import dev.millrace.runtime.BatchSizeException;
import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.UnequalLengthsException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Maps over a list on the caller's thread, chunk by chunk, and within a chunk column by column: one
 * generated kernel a node, one call a chunk for a twin.
 *
 * <pre>
 *   items   [0 … 255] [256 … 511] …
 *   chunk   column of inputs -> kernel -> column -> kernel -> column of results
 * </pre>
 *
 * <p>A row that fails ends its chunk there: the kernels that follow run the rows before it, one of
 * which may fail later in its own way, so that what is thrown in the end is the failure of the
 * lowest item, as if the items had been run one by one. Two things end the map where they are
 * thrown: an {@link Error}, after which nothing more should run, and an {@link
 * InterruptedException}, which another failure would swallow.
 */
public abstract class MapRegion<R> {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");
  private static final int CHUNK = 256;

  private final Probe probe;
  private final String path;
  private @Nullable String lengthOf;
  private int size;
  private @Nullable Throwable failure;
  private @Nullable Set<String> isolated;
  private int from;

  /**
   * Makes the use for a run. The lists that it maps over follow, by {@link #items}.
   *
   * @param path the nested use, with those around it
   */
  protected MapRegion(Probe probe, String path) {
    this.probe = probe;
    this.path = path;
  }

  /** Computes what is the same for all items. Runs once, and not at all for an empty list. */
  protected void prepare() throws Exception {}

  /**
   * Computes the rows of a chunk; only those that are sound, where it has called {@link #fail}.
   *
   * @param from the first row's item
   * @param results where the results go
   */
  protected abstract void chunk(int from, int rows, Column<R> results) throws Exception;

  /** Returns the run's probe, for what is nested inside. */
  protected final Probe probe() {
    return probe;
  }

  /** Returns the time, if anybody wants to know. */
  protected final long now() {
    return probe.now();
  }

  /** Notes that a node begins that runs once for all items, and returns the time. */
  protected final long begin(String node) {
    return probe.isOn() ? probe.begin(place(node)) : 0;
  }

  /** Notes that a node has computed some rows since a time. */
  protected final void end(String node, int rows, long since) {
    if (probe.isOn()) {
      probe.end(place(node), rows, since);
    }
  }

  /**
   * Takes a list that is mapped over, as it is now: what a node changes in it later has no effect.
   *
   * @throws UnequalLengthsException if it is longer or shorter than one taken before
   * @throws NullResultException if it holds a null
   */
  protected final Object[] items(String list, List<?> items) {
    Object[] snapshot = items.toArray();
    if (lengthOf != null && snapshot.length != size) {
      throw new UnequalLengthsException(path, lengthOf, size, list, snapshot.length);
    }
    for (int i = 0; i < snapshot.length; i++) {
      if (snapshot[i] == null) {
        throw NullResultException.of(list, i);
      }
    }
    lengthOf = list;
    size = snapshot.length;
    return snapshot;
  }

  /** Returns the rows of a chunk of a list that is mapped over. */
  protected final <T> Column<T> column(String list, Object[] items) {
    return Column.over(list, items, from);
  }

  /** Runs all items and returns their results in order, or throws what the lowest failed with. */
  public final List<R> map() {
    long since = probe.now();
    probe.mapStarted(path, size);
    Object[] results = new Object[size];
    try {
      if (size > 0) {
        prepare();
      }
      int rows;
      for (from = 0; from < size; from += rows) {
        rows = Math.min(CHUNK, size - from);
        chunk(from, rows, Column.over(path, results, from));
        Throwable failed = failure;
        if (failed != null) {
          throw failed;
        }
        probe.mapAdvanced(path, from + rows, size);
      }
    } catch (Throwable thrown) {
      throw Rethrow.unchecked(thrown);
    }
    probe.end(path, size, since);
    return results(results);
  }

  @SuppressWarnings("unchecked") // only an R is ever set
  private List<R> results(Object[] results) {
    return (List<R>) Collections.unmodifiableList(Arrays.asList(results));
  }

  /**
   * Notes that a row failed, and returns the number of rows before it; throws at once if there are
   * none, so that no twin is ever called with nothing.
   */
  protected final int fail(String node, int row, Throwable failed) {
    note(node, row, failed);
    failure = failed;
    if (row == 0 || failed instanceof InterruptedException) {
      throw Rethrow.unchecked(failed);
    }
    return row;
  }

  /** Adds where it happened; once a place, for an exception may be one shared instance. */
  private void note(String node, int row, Throwable failed) {
    String place = place(node);
    for (Throwable suppressed : failed.getSuppressed()) {
      if (suppressed instanceof FailedItem noted && noted.node().equals(place)) {
        return;
      }
    }
    failed.addSuppressed(new FailedItem(place, (long) from + row));
  }

  private String place(String node) {
    return path + "." + node;
  }

  /** Takes a twin's results, and returns how many rows are sound. */
  protected final <T> int take(
      String node, Column<T> column, @Nullable List<? extends T> results, int rows) {
    if (results == null) {
      return fail(node, 0, NullResultException.of(node));
    }
    Object[] given = results.toArray();
    if (given.length != rows) {
      return fail(node, 0, new BatchSizeException(node, rows, given.length));
    }
    int sound = column.setAll(given);
    return sound == rows
        ? rows
        : fail(node, sound, NullResultException.of(node, (long) from + sound));
  }

  /**
   * Decides what follows a twin's failure: its rows one by one, so that only the one that is at
   * fault fails; but not where somebody wants the run to end. The first failure of a twin in this
   * map is a warning, the others are for those who look closer.
   */
  protected final void isolate(String node, Exception failed) throws Exception {
    if (failed == failure // said of what it returned, by take
        || failed instanceof InterruptedException
        || failed instanceof CancellationException
        || Thread.currentThread().isInterrupted()) {
      throw failed;
    }
    if (isolated == null) {
      isolated = new HashSet<>();
    }
    LOGGER.log(
        isolated.add(node) ? Level.WARNING : Level.DEBUG,
        "the @Batch twin of \"" + place(node) + "\" failed; its items are run one by one",
        failed);
  }
}
