package dev.millrace.runtime.spi;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a chunk are still to be computed. A row that has failed is dropped, and with it
 * from every selection that was made of these rows.
 */
public final class Rows {
  private final int from;
  private final int size;
  private final BitSet rows;
  private final @Nullable Rows of;

  private Rows(int from, int size, BitSet rows, @Nullable Rows of) {
    this.from = from;
    this.size = size;
    this.rows = rows;
    this.of = of;
  }

  /**
   * Returns all rows of a chunk.
   *
   * @param from the first row's item
   */
  static Rows all(int from, int size) {
    BitSet rows = new BitSet(size);
    rows.set(0, size);
    return new Rows(from, size, rows, null);
  }

  /** Returns the item of the chunk's first row. */
  int from() {
    return from;
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
    return new Rows(from, size, some, this);
  }

  /** Returns all of these rows, or none. */
  public Rows when(boolean condition) {
    return condition ? this : new Rows(from, size, new BitSet(), this);
  }

  /** Returns the rows that are among these or among others of the same chunk. */
  public Rows or(Rows others) {
    BitSet either = (BitSet) rows.clone();
    either.or(others.rows);
    return new Rows(from, size, either, root());
  }

  /** Returns the first row, or -1. */
  public int first() {
    return from(0);
  }

  /** Returns the next row, or -1. */
  public int after(int row) {
    return from(row + 1);
  }

  private int from(int row) {
    int next = rows.nextSetBit(row);
    while (next >= 0 && of != null && !of.has(next)) {
      next = rows.nextSetBit(next + 1);
    }
    return next;
  }

  private boolean has(int row) {
    return rows.get(row) && (of == null || of.has(row));
  }

  /** Returns whether no row is left. */
  public boolean isEmpty() {
    return first() < 0;
  }

  /** Returns how many rows are left. */
  public int count() {
    int count = 0;
    for (int row = first(); row >= 0; row = after(row)) {
      count++;
    }
    return count;
  }

  /** Drops a row. */
  void drop(int row) {
    root().rows.clear(row);
  }

  /** Drops a row and all after it. */
  void dropFrom(int row) {
    root().rows.clear(row, size);
  }

  private Rows root() {
    return of == null ? this : of.root();
  }

  /** Returns some rows of the same chunk. */
  Rows only(BitSet some) {
    return new Rows(from, size, some, this);
  }
}
