package dev.millrace.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An off-heap block of rows of float32, {@code [rows, dim]}, in the machine's byte order: an
 * encoder writes into it directly, an index reads from it directly.
 *
 * <p>A slab is safe to read from many threads once it has been written. {@link Embedding} is a
 * handle on some of its rows and keeps it reachable; the collector frees what nothing reaches.
 * {@link #close} gives it up earlier: what is read after that is an exception, never a crash.
 */
public final class Slab implements AutoCloseable {
  /** The largest slab in bytes: a direct buffer holds no more. */
  public static final long MAX_BYTES = Integer.MAX_VALUE - 63L;

  private final int rows;
  private final int dim;
  private volatile @Nullable ByteBuffer memory;

  private Slab(int rows, int dim, ByteBuffer memory) {
    this.rows = rows;
    this.dim = dim;
    this.memory = memory;
  }

  /**
   * Returns a slab of zeros, {@code [rows, dim]}.
   *
   * @throws IllegalArgumentException if a dimension is not positive, or both come to more than
   *     {@link #MAX_BYTES}
   * @throws OffHeapMemoryException if there is no room for it
   */
  public static Slab allocate(int rows, int dim) {
    if (rows <= 0 || dim <= 0) {
      throw new IllegalArgumentException(
          "a slab has at least one row and one column, not [" + rows + ", " + dim + "]");
    }
    // At most 2^62 floats: their number fits a long, that of their bytes may not.
    long floats = (long) rows * dim;
    if (floats > MAX_BYTES / Float.BYTES) {
      throw new IllegalArgumentException(
          "a slab of ["
              + rows
              + ", "
              + dim
              + "] floats is more than "
              + MAX_BYTES
              + " bytes; use several");
    }
    int bytes = (int) floats * Float.BYTES;
    try {
      ByteBuffer memory = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
      return new Slab(rows, dim, memory);
    } catch (OutOfMemoryError full) {
      throw new OffHeapMemoryException(rows, dim, bytes, full);
    }
  }

  /** Returns the number of rows. */
  public int rows() {
    return rows;
  }

  /** Returns the width of a row, in floats. */
  public int dim() {
    return dim;
  }

  /**
   * Returns the memory of some rows, writable, in the machine's byte order: {@code count * dim}
   * floats. It is the slab's own memory, no copy.
   *
   * @throws IndexOutOfBoundsException if the rows are not all in the slab
   * @throws IllegalStateException if the slab was closed
   */
  public ByteBuffer bytes(int first, int count) {
    Objects.checkFromIndexSize(first, count, rows);
    int width = dim * Float.BYTES;
    return memory().slice(first * width, count * width).order(ByteOrder.nativeOrder());
  }

  /**
   * Returns the floats of some rows, writable: a view as {@link #bytes} is.
   *
   * @throws IndexOutOfBoundsException if the rows are not all in the slab
   * @throws IllegalStateException if the slab was closed
   */
  public FloatBuffer floats(int first, int count) {
    return bytes(first, count).asFloatBuffer();
  }

  /**
   * Returns one number.
   *
   * @throws IndexOutOfBoundsException if the place is not in the slab
   * @throws IllegalStateException if the slab was closed
   */
  public float get(int row, int column) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(column, dim);
    return memory().getFloat((row * dim + column) * Float.BYTES);
  }

  /**
   * Returns a handle on one row: a vector.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Embedding row(int row) {
    return new Embedding(this, row, 1);
  }

  /**
   * Returns a handle on some rows: a matrix, {@code [count, dim]}.
   *
   * @throws IndexOutOfBoundsException if the rows are not all in the slab
   */
  public Embedding rows(int first, int count) {
    return new Embedding(this, first, count);
  }

  /** Gives the memory up. Its handles stay, and throw when they are read. */
  @Override
  public void close() {
    memory = null;
  }

  private ByteBuffer memory() {
    ByteBuffer current = memory;
    if (current == null) {
      throw new IllegalStateException(
          "the slab [" + rows + ", " + dim + "] was closed; copy() what must outlive it");
    }
    return current;
  }

  @Override
  public String toString() {
    return "Slab[" + rows + ", " + dim + "]" + (memory == null ? " closed" : "");
  }
}
