package dev.millrace.runtime.spi;

import dev.millrace.runtime.BatchSizeException;
import dev.millrace.runtime.MillraceException;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.TooManyItemsException;
import dev.millrace.runtime.UnequalLengthsException;
import dev.millrace.runtime.exec.Lent;
import dev.millrace.runtime.observe.StageCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A nested use that maps over lists: in chunks, column by column.
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
public abstract non-sealed class MapRegion<R> extends Region {
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

  /** What a stage does with a chunk. It fails rows; what it throws ends the map. */
  @FunctionalInterface
  public interface Work {

    /** Does it. */
    void run() throws Exception;
  }

  private static final @Nullable Held<?>[] NONE_HELD = {};

  private final Mode mode;
  private final Axes axes;
  private final Faults faults;
  private final MapWatch watch;
  private final int outputs;
  private final Windows windows = new Windows();
  private Kept kept;
  private int left;
  private @Nullable Groups groups;
  private final @Nullable RegionRecall recall;
  private boolean isPrepared;
  private boolean isLost;

  /**
   * Makes the use for a run. The lists that it maps over follow, by {@link #items}.
   *
   * @param path the nested use, with those around it
   * @param outputs how many values of each item are kept
   */
  protected MapRegion(Probe probe, String path, Mode mode, int outputs) {
    super(probe, path);
    this.mode = mode;
    this.axes = new Axes(path, mode.product);
    this.faults = new Faults(probe.execution(), path);
    this.watch = new MapWatch(probe, faults);
    this.outputs = outputs;
    this.kept = new Kept(outputs, 0, mode.soft);
    Within within = probe.within();
    this.recall = within == null ? null : new RegionRecall(within);
  }

  @Override
  final @Nullable LineRecall line() {
    return recall == null ? null : recall.line();
  }

  /** Returns the resources that the use reads, null for those that were not given. */
  protected @Nullable Held<?>[] held() {
    return NONE_HELD;
  }

  /**
   * Returns the calls that are under way of a node that returns stages. They end with the map.
   *
   * @param maxInFlight how many there are at once; 0 for as many as are usual
   * @param held the resources that the node reads; null for one that was not given
   */
  protected final Window stages(Terms terms, int maxInFlight, @Nullable Held<?>... held) {
    return windows.stages(terms, maxInFlight, held);
  }

  /** Returns the calls that are under way of a node that waits, as {@link #stages} does. */
  protected final Window threads(Terms terms, int maxInFlight, @Nullable Held<?>... held) {
    return windows.threads(terms, maxInFlight, held);
  }

  /** Computes what is the same for all items. Runs once, and not at all for an empty list. */
  protected void prepare() throws Exception {}

  /** Computes the rows of a chunk, and keeps their results: says what each stage is to do. */
  protected abstract void chunk(Rows rows) throws Exception;

  /** Returns what the use gives, put together from what was kept. */
  protected abstract R result();

  /** Returns what a further lane has to itself; null where there is no more of it. */
  final @Nullable Lent another() {
    return Leases.another(held());
  }

  /** Returns how many calls of one of its nodes may be under way at once. */
  final int mostInFlight() {
    return windows.mostInFlight();
  }

  /** Notes that it is done with more items. */
  final void advanced(int more) {
    left -= more;
    watch.advanced(more);
  }

  /** Returns what is counted of a stage, if anybody watches the run; or null. */
  final @Nullable StageCounts counts(int stage, StageKind kind) {
    return watch.stage(stage, kind);
  }

  /** Notes that a node has computed these rows since a time. */
  protected final void end(String node, Rows rows, long since) {
    if (probe().isOn()) {
      end(node, rows.count(), since);
    }
  }

  /** Notes that a node's twin is about to be called with these rows. */
  protected final BatchCall call(String node, Rows rows) {
    return watch.batch(node, rows);
  }

  /** Notes that the twin has failed. */
  protected static void failed(BatchCall call, Exception thrown) {
    call.end(thrown);
  }

  /** Notes that the twin has computed these rows. */
  protected final void end(String node, Rows rows, BatchCall call) {
    watch.batchEnded(node, call, rows);
  }

  /**
   * Takes a list that is mapped over, as it is now: what a node changes in it later has no effect.
   *
   * @throws UnequalLengthsException if it is longer or shorter than one taken before, side by side
   * @throws NullResultException if it holds a null
   */
  protected final <T> Items<T> items(String list, List<? extends T> items) {
    Items<T> taken = itemsOrNull(list, items);
    taken.refuseNull();
    return taken;
  }

  /** Takes a list that is mapped over and in which null is a value. */
  protected final <T> Items<T> itemsOrNull(String list, List<? extends T> items) {
    return axes.add(recall == null ? new Items<>(list, items.toArray()) : recall.take(list, items));
  }

  /** Returns all items as rows, to choose those that need what is computed once. */
  protected final Rows all() {
    return Rows.all(0, axes.size());
  }

  /** Returns the rows' elements of a list that is mapped over. */
  protected static <T> Column<T> column(Items<T> items, Rows rows) {
    return items.column(rows);
  }

  /** Runs all items and returns what comes of them, or throws what the lowest failed with. */
  public final R map() {
    run(axes.size());
    if (recall != null) {
      recall.tell(recall, 0, axes.size());
    }
    return result();
  }

  /** Returns how many items there are. */
  final int size() {
    return axes.size();
  }

  /** Runs the items of many uses, which have the same values but for their lists. */
  final void mapAll(Groups all, List<MapRegion<R>> maps) {
    axes.join(maps.stream().map(each -> each.axes).toList());
    groups = all;
    run(all.size());
    for (int i = 0; recall != null && i < maps.size(); i++) {
      RegionRecall other = maps.get(i).recall;
      if (other != null) {
        other.tell(recall, all.start(i), all.end(i));
      }
    }
  }

  /** Returns what one of many uses gives, or throws what its lowest item failed with. */
  final R resultOf(int group) {
    if (groups == null) {
      throw new IllegalStateException("this maps for itself alone");
    }
    Throwable failure = groups.failure(group);
    if (failure != null) {
      throw Rethrow.unchecked(failure);
    }
    kept.show(groups.start(group), groups.end(group));
    return result();
  }

  private void run(int size) {
    watch.started(size, groups == null ? 1 : groups.count());
    left = size;
    kept = new Kept(outputs, size, mode.soft);
    Throwable failure = null;
    watch.show(windows);
    try {
      if (recall != null) {
        recall.begin(size);
      }
      if (size > 0 && (recall == null || recall.needsConstants() ? isPrepared() : true)) {
        new MapRun(this, size).run();
      }
    } catch (Throwable thrown) {
      failure = thrown;
      throw Rethrow.unchecked(thrown);
    } finally {
      windows.close();
      if (recall != null) {
        recall.close();
      }
      watch.hide(windows);
      watch.ended(left, failure);
    }
    watch.finished(size);
  }

  /** What is computed once, and fails, fails all groups. */
  private boolean isPrepared() throws Exception {
    isPrepared = true;
    if (recall != null) {
      recall.beginConstants();
    }
    try {
      prepare();
      return true;
    } catch (Exception failure) {
      if (groups == null || faults.endsRun(failure)) {
        throw failure;
      }
      groups.failAll(failure);
      return false;
    }
  }

  /** Computes the rows of a chunk, but for those that need not be. */
  final void begin(Rows rows) throws Exception {
    if (groups != null) {
      rows.of(groups);
      groups.dropFailed(rows);
    }
    if (recall != null) {
      recall(rows, recall);
    }
    chunk(rows);
  }

  /** What is computed once is computed before the first chunk that needs it. */
  private void recall(Rows rows, RegionRecall known) throws Exception {
    ChunkRecall chunk = new ChunkRecall(known, rows);
    rows.recall(chunk);
    if (!isPrepared && chunk.needsConstants()) {
      isLost = !isPrepared();
    }
    for (int row = rows.first(); isLost && row >= 0; row = rows.after(row)) {
      rows.drop(row);
    }
  }

  /** What computes some rows of a step. */
  @FunctionalInterface
  protected interface Kernel extends ChunkRecall.Kernel {}

  /** Computes a step for some rows, but for those of which the cache has the value. */
  protected static <T> void compute(int step, Column<T> column, Rows rows, Kernel kernel)
      throws Exception {
    ChunkRecall known = rows.recall();
    if (known == null) {
      kernel.run(rows);
    } else {
      known.compute(step, column, rows, kernel);
    }
  }

  /** Returns the rows for which an asynchronous step is to be begun. */
  protected static Rows starts(int step, Rows rows) {
    ChunkRecall known = rows.recall();
    return known == null ? rows : known.starts(step, rows);
  }

  /** Returns the rows for which it was begun. */
  protected static Rows joins(int step, Rows rows) {
    ChunkRecall known = rows.recall();
    return known == null ? rows : known.joins(step, rows);
  }

  /** Notes that the calls that were begun have ended. */
  protected static <T> void joined(int step, Column<T> column, Rows rows) {
    ChunkRecall known = rows.recall();
    if (known != null) {
      known.joined(step, column, rows);
    }
  }

  /** Returns the probe for a nested use of a row. */
  protected final Probe inside(int use, Rows rows, int row) {
    ChunkRecall known = rows.recall();
    return known == null ? probe() : probe().inside(known.within(use, row));
  }

  /** Returns whether results may be those of other calls, of which the bits must be the same. */
  protected final boolean isCached() {
    return recall != null;
  }

  /** Does what a stage is to do with the rows: now, or when it is the stage's turn. */
  protected static void stage(Rows rows, StageKind kind, Work... works) throws Exception {
    rows.stage(kind, works);
  }

  /** Returns whether twins run: else their nodes run row by row. */
  protected final boolean batchTwins() {
    return probe().execution().batchTwins();
  }

  /** Keeps the rows' values as results. */
  protected final void keep(int output, Column<?> column, Rows rows) {
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      kept.keep(output, rows.from() + row, column.get(row));
    }
    keepKeys(output, rows);
  }

  private void keepKeys(int output, Rows rows) {
    ChunkRecall known = rows.recall();
    if (known != null && recall != null) {
      recall.keep(output, known, rows);
    }
  }

  /** Keeps one value as the result of each row. */
  protected final void keep(int output, @Nullable Object value, Rows rows) {
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      kept.keep(output, rows.from() + row, value);
    }
    keepKeys(output, rows);
  }

  /** Returns what was kept, in order, as a list that cannot be changed. */
  protected final <T> List<T> list(int output) {
    List<T> list = kept.list(output);
    return recall == null ? list : recall.keyed(list, output, kept.from(), false);
  }

  /**
   * Returns the elements of the lists that were kept, in order.
   *
   * @throws TooManyItemsException if they are more than a list can hold
   */
  protected final <T> List<T> flat(int output) {
    return kept.flat(output, faults.path());
  }

  /** Returns what was kept, and in their places the items that failed. */
  protected final <T> List<Outcome<T>> outcomes(int output) {
    List<Outcome<T>> list = kept.outcomes(output);
    return recall == null ? list : recall.keyed(list, output, kept.from(), true);
  }

  /**
   * Returns the elements of the lists that were kept, and in their places the items that failed.
   *
   * @throws TooManyItemsException if they are more than a list can hold
   */
  protected final <T> List<Outcome<T>> flatOutcomes(int output) {
    return kept.flatOutcomes(output, faults.path());
  }

  /** Notes that a row of a strict map failed, and drops it and what is after it. */
  protected final void fail(String node, Rows rows, int row, Throwable thrown) {
    faults.note(node, rows.item(row), groups == null, thrown);
    if (faults.endsRun(thrown)) {
      throw Rethrow.unchecked(thrown);
    }
    watch.itemFailed(node, rows.item(row), thrown);
    if (groups != null) {
      groups.fail(rows, row, thrown);
      return;
    }
    rows.failFrom(row, thrown);
    if (row == 0) {
      throw Rethrow.unchecked(thrown);
    }
  }

  /**
   * Notes that a row of a soft map failed, and drops it. One whose computation was cancelled has
   * failed with a {@link dev.millrace.runtime.CancelledException}.
   *
   * @param inputs what the node was called with
   */
  protected final void fail(String node, Rows rows, int row, Throwable thrown, CallInputs inputs) {
    if (faults.endsRun(thrown)) {
      faults.note(node, rows.item(row), false, thrown);
      throw Rethrow.unchecked(thrown);
    }
    faults.keep(node, thrown);
    lose(node, rows, row, thrown, inputs);
  }

  private void lose(String node, Rows rows, int row, Throwable thrown, CallInputs inputs) {
    watch.itemFailed(node, rows.item(row), thrown);
    kept.lose(
        rows.from() + row,
        new Outcome.Failed<>(
            faults.place(node), rows.item(row), inputs, faults.cause(node, thrown)));
    if (recall != null) {
      recall.sawFailure(rows.from() + row);
    }
    rows.drop(row);
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
              ? NullResultException.ofTwin(node)
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
    int first = rows.first();
    for (int row = first; row >= 0; row = rows.after(row)) {
      if (row == first || inputs == null) {
        fail(node, rows, row, thrown, inputs);
      } else {
        lose(node, rows, row, thrown, inputs.apply(row)); // it was thrown once
      }
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
   * Returns what follows a twin's failure: whether its rows run one by one, so that only the one
   * that is at fault fails. Else all have failed: what was cancelled, or is to end, is not begun
   * again.
   */
  protected final boolean isolates(String node, Exception thrown) {
    return faults.isolates(node, thrown);
  }
}
