package dev.millrace.runtime.spi;

import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.UnequalLengthsException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
 * lowest item, as if the items had been run one by one.
 */
public abstract class MapRegion<R> {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");
  private static final int CHUNK = 256;

  private final Probe probe;
  private final String path;
  private final String name;
  private @Nullable String lengthOf;
  private int size;
  private @Nullable Throwable failure;
  private int from;

  /**
   * @param path the nested use, with those around it
   */
  protected MapRegion(Probe probe, String path) {
    this.probe = probe;
    this.path = path;
    this.name = path.substring(path.lastIndexOf('.') + 1);
  }

  /** Computes what is the same for all items. Runs once, and not at all for an empty list. */
  protected void prepare() throws Exception {}

  /**
   * Computes the rows of a chunk, and returns how many of them are sound.
   *
   * @param from the first row's item
   * @param results where the results go
   */
  protected abstract int chunk(int from, int rows, Column<R> results) throws Exception;

  /** Returns the run's probe, for what is nested inside. */
  protected final Probe probe() {
    return probe;
  }

  /** Returns the time, if anybody wants to know. */
  protected final long now() {
    return probe.now();
  }

  /** Notes that a node has computed some rows since a time. */
  protected final void end(String node, int rows, long since) {
    probe.end(path + "." + node, rows, since);
  }

  /** Takes a list that is mapped over, as it is now. */
  protected final Object[] items(String list, List<?> items) {
    Object[] snapshot = items.toArray();
    if (lengthOf != null && snapshot.length != size) {
      throw new UnequalLengthsException(name, lengthOf, size, list, snapshot.length);
    }
    lengthOf = list;
    size = snapshot.length;
    return snapshot;
  }

  /** Returns the rows of a chunk of a list that is mapped over. */
  protected final <T> Column<T> column(String list, Object[] items, int rows) {
    for (int i = from; i < from + rows; i++) {
      if (items[i] == null) {
        throw NullResultException.of(list, i);
      }
    }
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
      for (from = 0; from < size; from += CHUNK) {
        int rows = Math.min(CHUNK, size - from);
        int sound = chunk(from, rows, Column.over(name, results, from));
        Throwable failed = failure;
        if (failed != null) {
          throw failed;
        }
        probe.mapAdvanced(path, from + sound, size);
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

  /** Notes that a row failed, and returns the number of rows before it. */
  protected final int fail(String node, int row, Throwable failed) {
    failure = failed;
    boolean noted =
        failed instanceof NullResultException
            || Arrays.stream(failed.getSuppressed()).anyMatch(FailedItem.class::isInstance);
    if (!noted) {
      failed.addSuppressed(new FailedItem(path + "." + node, (long) from + row));
    }
    return row;
  }

  /** Takes a twin's results, and returns how many rows are sound. */
  protected final <T> int take(
      String node, Column<T> column, @Nullable List<? extends T> results, int rows) {
    if (results == null) {
      throw NullResultException.of(node);
    }
    int sound = column.setAll(results, rows);
    return sound == rows
        ? rows
        : fail(node, sound, NullResultException.of(node, (long) from + sound));
  }

  /**
   * Decides what follows a twin's failure: its rows one by one, so that only the one that is at
   * fault fails; but not where somebody wants the run to end.
   */
  protected final void isolate(String node, Exception failed) throws Exception {
    if (failed instanceof InterruptedException || failed instanceof CancellationException) {
      throw failed;
    }
    LOGGER.log(
        Level.WARNING,
        "the @Batch twin of \"" + path + "." + node + "\" failed; its items are run one by one",
        failed);
  }
}
