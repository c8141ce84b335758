package dev.millrace.runtime.spi;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a chunk are still to be computed. A row that has failed is dropped, and with it
 * from every selection that was made of these rows.
 *
 * <p>A selection looks at what its chunk has dropped, so a drop is one write. A chunk of which
 * nothing fails has no set of rows at all.
 */
public final class Rows {
  private final int from;
  private final int size;
  private final Rows chunk;
  private final @Nullable BitSet selected;
  private final @Nullable Chunk stages;
  private int end;
  private @Nullable BitSet dropped;
  private @Nullable Throwable failure;
  private @Nullable Groups groups;
  private @Nullable ChunkRecall recall;

  private Rows(int from, int size, @Nullable Chunk stages) {
    this.from = from;
    this.size = size;
    this.chunk = this;
    this.selected = null;
    this.stages = stages;
    this.end = size;
  }

  private Rows(Rows chunk, BitSet selected) {
    this.from = chunk.from;
    this.size = chunk.size;
    this.chunk = chunk;
    this.selected = selected;
    this.stages = chunk.stages;
  }

  /**
   * Returns all rows of a chunk.
   *
   * @param from the first row's item
   */
  static Rows all(int from, int size) {
    return new Rows(from, size, null);
  }

  /**
   * Returns all rows of a chunk that remembers what its stages are to do.
   *
   * @param from the first row's item
   */
  static Rows all(int from, int size, Chunk stages) {
    return new Rows(from, size, stages);
  }

  /** Does a stage's work: now, or when it is the stage's turn. */
  void stage(StageKind kind, MapRegion.Work[] works) throws Exception {
    if (stages != null) {
      stages.add(kind, works);
      return;
    }
    for (MapRegion.Work work : works) {
      work.run();
    }
  }

  /** Returns the item of the chunk's first row. */
  int from() {
    return from;
  }

  /** Says what the cache knows of the rows. */
  void recall(ChunkRecall known) {
    chunk.recall = known;
  }

  /** Returns what the cache knows of the rows; null without a cache. */
  @Nullable ChunkRecall recall() {
    return chunk.recall;
  }

  /** Adds these rows to a set. */
  void addTo(BitSet set) {
    for (int row = first(); row >= 0; row = after(row)) {
      set.set(row);
    }
  }

  /** Says whose the items are, where the map has those of many. */
  void of(Groups all) {
    chunk.groups = all;
  }

  /** Returns the item of a row, its place in the list that it is of. */
  int item(int row) {
    Groups all = chunk.groups;
    return all == null ? from + row : all.place(from + row);
  }

  /** Returns how many rows the chunk has, dropped ones included. */
  int size() {
    return size;
  }

  /** Returns the rows of these for which a condition holds. */
  public Rows where(IntPredicate condition) {
    BitSet some = new BitSet(size);
    for (int row = first(); row >= 0; row = after(row)) {
      if (condition.test(row)) {
        some.set(row);
      }
    }
    return only(some);
  }

  /** Returns all of these rows, or none. */
  public Rows when(boolean condition) {
    return condition ? this : only(new BitSet());
  }

  /** Returns the rows that are among these or among others of the same chunk. */
  public Rows or(Rows others) {
    if (selected == null || others.selected == null) {
      return chunk;
    }
    BitSet either = (BitSet) selected.clone();
    either.or(others.selected);
    return only(either);
  }

  /** Returns some rows, which are among these. */
  Rows only(BitSet some) {
    return new Rows(chunk, some);
  }

  /** Returns the first row, or -1. */
  public int first() {
    return next(0);
  }

  /** Returns the next row, or -1. */
  public int after(int row) {
    return next(row + 1);
  }

  private int next(int row) {
    int next = selected == null ? row : selected.nextSetBit(row);
    BitSet gone = chunk.dropped;
    while (gone != null && next >= 0 && gone.get(next)) {
      next = selected == null ? next + 1 : selected.nextSetBit(next + 1);
    }
    return next < chunk.end ? next : -1;
  }

  /** Returns whether no row is left. */
  public boolean isEmpty() {
    return first() < 0;
  }

  /** Returns how many rows are left. */
  public int count() {
    if (selected == null && dropped == null) {
      return end;
    }
    int count = 0;
    for (int row = first(); row >= 0; row = after(row)) {
      count++;
    }
    return count;
  }

  /** Drops a row. */
  void drop(int row) {
    if (chunk.dropped == null) {
      chunk.dropped = new BitSet(size);
    }
    chunk.dropped.set(row);
  }

  /** Drops a row that failed, and all after it: none of them has a say in how the map ends. */
  void failFrom(int row, Throwable thrown) {
    chunk.end = Math.min(chunk.end, row);
    chunk.failure = thrown;
  }

  /** Returns what the lowest row failed with, from which on all were dropped; or null. */
  @Nullable Throwable failure() {
    return chunk.failure;
  }
}
