package dev.millrace.runtime.spi;

import dev.millrace.runtime.BatchSizeException;
import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.MillraceException;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.TooManyItemsException;
import dev.millrace.runtime.UnequalLengthsException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A nested use that maps over lists: in chunks, column by column, in the caller's thread.
 *
 * <pre>
 *   items      --chunk-->  Rows   --kernel-->  Column  --kernel-->  Column  --keep-->  results
 *   (a list)               of at most 256      a value for each row, until the chunk has passed
 * </pre>
 *
 * <p>A row that fails is dropped: what follows never sees it. A strict map drops all rows after it,
 * too, for the failure of the lowest item is what the map ends with; a soft one keeps it as an
 * {@link Outcome}.
 *
 * @param <R> what the use gives
 */
public abstract class MapRegion<R> {
  /** How the lists are combined, and what becomes of an item that fails. */
  public enum Mode {
    ZIP(false, false),
    PRODUCT(true, false),
    SOFT_ZIP(false, true),
    SOFT_PRODUCT(true, true);

    private final boolean product;
    private final boolean soft;

    Mode(boolean product, boolean soft) {
      this.product = product;
      this.soft = soft;
    }
  }

  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");
  private static final int CHUNK = 256;

  private final Probe probe;
  private final String path;
  private final Mode mode;
  private final List<Items<?>> lists = new ArrayList<>();
  private final int outputs;
  private Kept kept;
  private @Nullable Throwable failure;
  private @Nullable Set<String> isolated;
  private int from;

  /**
   * Makes the use for a run. The lists that it maps over follow, by {@link #items}.
   *
   * @param path the nested use, with those around it
   * @param outputs how many values of each item are kept
   */
  protected MapRegion(Probe probe, String path, Mode mode, int outputs) {
    this.probe = probe;
    this.path = path;
    this.mode = mode;
    this.outputs = outputs;
    this.kept = new Kept(outputs, 0, mode.soft);
  }

  /** Computes what is the same for all items. Runs once, and not at all for an empty list. */
  protected void prepare() throws Exception {}

  /** Computes the rows of a chunk, and keeps their results. */
  protected abstract void chunk(Rows rows) throws Exception;

  /** Returns what the use gives, put together from what was kept. */
  protected abstract R result();

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

  /** Notes that a node has computed these rows since a time. */
  protected final void end(String node, Rows rows, long since) {
    if (probe.isOn()) {
      probe.end(place(node), rows.count(), since);
    }
  }

  /**
   * Takes a list that is mapped over, as it is now: what a node changes in it later has no effect.
   *
   * @throws UnequalLengthsException if it is longer or shorter than one taken before, side by side
   * @throws NullResultException if it holds a null
   */
  protected final <T> Items<T> items(String list, List<? extends T> items) {
    Items<T> taken = itemsOrNull(list, items);
    if (taken.any(each -> each == null)) {
      throw NullResultException.of(list, items.indexOf(null));
    }
    return taken;
  }

  /** Takes a list that is mapped over and in which null is a value. */
  protected final <T> Items<T> itemsOrNull(String list, List<? extends T> items) {
    Items<T> taken = new Items<>(list, items.toArray());
    if (!mode.product && !lists.isEmpty() && lists.get(0).size() != taken.size()) {
      Items<?> first = lists.get(0);
      throw new UnequalLengthsException(path, first.name(), first.size(), list, taken.size());
    }
    lists.add(taken);
    return taken;
  }

  /** Returns the rows' elements of a list that is mapped over. */
  protected static <T> Column<T> column(Items<T> items, Rows rows) {
    return items.column(rows);
  }

  /** Runs all items and returns what comes of them, or throws what the lowest failed with. */
  public final R map() {
    long since = probe.now();
    int size = size();
    probe.mapStarted(path, size);
    kept = new Kept(outputs, size, mode.soft);
    try {
      if (size > 0) {
        prepare();
      }
      for (from = 0; from < size; from += CHUNK) {
        Rows rows = Rows.all(from, Math.min(CHUNK, size - from));
        chunk(rows);
        Throwable thrown = failure;
        if (thrown != null) {
          throw thrown;
        }
        probe.mapAdvanced(path, from + (long) rows.size(), size);
      }
    } catch (Throwable thrown) {
      throw Rethrow.unchecked(thrown);
    }
    probe.end(path, size, since);
    return result();
  }

  private int size() {
    if (!mode.product) {
      return lists.get(0).size();
    }
    long product = 1;
    for (int i = lists.size() - 1; i >= 0; i--) {
      lists.get(i).repeat((int) product);
      product *= lists.get(i).size();
      if (product > Integer.MAX_VALUE - 8) {
        throw new TooManyItemsException(path, product);
      }
    }
    return (int) product;
  }

  /** Keeps the rows' values as results. */
  protected final void keep(int output, Column<?> column, Rows rows) {
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      kept.keep(output, from + row, column.get(row));
    }
  }

  /** Keeps one value as the result of each row. */
  protected final void keep(int output, @Nullable Object value, Rows rows) {
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      kept.keep(output, from + row, value);
    }
  }

  /** Returns what was kept, in order, as a list that cannot be changed. */
  protected final <T> List<T> list(int output) {
    return kept.list(output);
  }

  /** Returns the elements of the lists that were kept, in order. */
  protected final <T> List<T> flat(int output) {
    return kept.flat(output);
  }

  /** Returns what was kept, and in their places the items that failed. */
  protected final <T> List<Outcome<T>> outcomes(int output) {
    return kept.outcomes(output);
  }

  /**
   * Returns the elements of the lists that were kept, and in their places the items that failed.
   */
  protected final <T> List<Outcome<T>> flatOutcomes(int output) {
    return kept.flatOutcomes(output);
  }

  /** Notes that a row of a strict map failed, and drops it and what is after it. */
  protected final void fail(String node, Rows rows, int row, Throwable thrown) {
    note(node, row, thrown);
    failure = thrown;
    rows.dropFrom(row);
    if (row == 0 || endsRun(thrown)) {
      throw Rethrow.unchecked(thrown);
    }
  }

  /**
   * Notes that a row of a soft map failed, and drops it.
   *
   * @param inputs what the node was called with
   */
  protected final void fail(String node, Rows rows, int row, Throwable thrown, CallInputs inputs) {
    if (endsRun(thrown)) {
      note(node, row, thrown);
      throw Rethrow.unchecked(thrown);
    }
    kept.lose(from + row, new Outcome.Failed<>(place(node), from + (long) row, inputs, thrown));
    rows.drop(row);
  }

  /** Where somebody wants the run to end, no item's failure is told in its place. */
  static boolean endsRun(Throwable thrown) {
    return thrown instanceof InterruptedException || Thread.currentThread().isInterrupted();
  }

  /** Adds where it happened; once a place, for an exception may be one shared instance. */
  private void note(String node, int row, Throwable thrown) {
    String place = place(node);
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (suppressed instanceof FailedItem noted && noted.node().equals(place)) {
        return;
      }
    }
    thrown.addSuppressed(new FailedItem(place, (long) from + row));
  }

  private String place(String node) {
    return path + "." + node;
  }

  /** Returns a twin's results as they are now: a list may fail only when it is read. */
  protected static <T> @Nullable List<T> snapshot(@Nullable List<? extends T> results) {
    return results == null ? null : Collections.unmodifiableList(new ArrayList<>(results));
  }

  /** Sets the rows of a strict map from a twin's results. */
  protected final <T> void take(
      String node, Column<T> column, Rows rows, @Nullable List<T> results) {
    take(node, column, rows, results, null);
  }

  /**
   * Sets the rows of a map from a twin's results; where they are not as many as the rows, all fail.
   *
   * @param inputs what the node is called with for a row, of a soft map
   */
  protected final <T> void take(
      String node,
      Column<T> column,
      Rows rows,
      @Nullable List<T> results,
      @Nullable IntFunction<CallInputs> inputs) {
    int expected = rows.count();
    if (results == null || results.size() != expected) {
      MillraceException broken =
          results == null
              ? NullResultException.of(node)
              : new BatchSizeException(node, expected, results.size());
      failAll(node, rows, broken, inputs);
      return;
    }
    int next = 0;
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      try {
        column.set(row, results.get(next++));
      } catch (NullResultException isNull) {
        fail(node, rows, row, isNull, inputs);
      }
    }
  }

  /** Notes that all rows failed, of a strict map. */
  protected final void failAll(String node, Rows rows, Throwable thrown) {
    failAll(node, rows, thrown, null);
  }

  /** Notes that all rows failed. */
  protected final void failAll(
      String node, Rows rows, Throwable thrown, @Nullable IntFunction<CallInputs> inputs) {
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      fail(node, rows, row, thrown, inputs);
    }
  }

  private void fail(
      String node, Rows rows, int row, Throwable thrown, @Nullable IntFunction<CallInputs> inputs) {
    if (inputs == null) {
      fail(node, rows, row, thrown);
    } else {
      fail(node, rows, row, thrown, inputs.apply(row));
    }
  }

  /**
   * Decides what follows a twin's failure: its rows one by one, so that only the one that is at
   * fault fails; but not where somebody wants the run to end, and not where the twin broke its
   * contract. The first failure of a twin in this map is a warning, the others are for those who
   * look closer.
   */
  protected final void isolate(String node, Exception thrown) throws Exception {
    if (thrown instanceof CancellationException || endsRun(thrown)) {
      throw thrown;
    }
    if (isolated == null) {
      isolated = new HashSet<>();
    }
    LOGGER.log(
        isolated.add(node) ? Level.WARNING : Level.DEBUG,
        "the @Batch twin of \"" + place(node) + "\" failed; its items are run one by one",
        thrown);
  }
}
