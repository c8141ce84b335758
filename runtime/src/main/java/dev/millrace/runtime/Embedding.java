package dev.millrace.runtime;

import dev.millrace.runtime.memory.Bounds;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A small handle on rows of a {@link Slab}: one vector {@code [1, dim]}, or a vector per token
 * {@code [tokens, dim]}. It keeps the slab reachable; {@link #copy} detaches a few rows from a
 * large one. Two embeddings are equal where shape, type of number and every bit are.
 */
public final class Embedding {
  private final Slab slab;
  private final int first;
  private final int rows;

  Embedding(Slab slab, int first, int rows) {
    Objects.checkFromIndexSize(first, rows, slab.rows());
    this.slab = slab;
    this.first = first;
    this.rows = rows;
  }

  /**
   * Returns a vector with these numbers, {@code [1, vector.length]}.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public static Embedding of(float... vector) {
    return of(new float[][] {vector});
  }

  /**
   * Returns a matrix with these numbers, {@code [matrix.length, matrix[0].length]}.
   *
   * @throws IllegalArgumentException if it is empty or its rows differ in length
   */
  public static Embedding of(float[][] matrix) {
    if (matrix.length == 0 || matrix[0].length == 0) {
      throw new IllegalArgumentException("an embedding has at least one row and one column");
    }
    Slab slab = Slab.allocate(matrix.length, matrix[0].length);
    FloatBuffer target = slab.floats(0, matrix.length);
    for (int row = 0; row < matrix.length; row++) {
      if (matrix[row].length != slab.dim()) {
        throw new IllegalArgumentException(
            "row " + row + " has " + matrix[row].length + " numbers, row 0 has " + slab.dim());
      }
      target.put(matrix[row]);
    }
    return slab.rows(0, matrix.length);
  }

  /** Returns the number of rows: 1 for a vector, else the number of tokens. */
  public int rows() {
    return rows;
  }

  /** Returns the width of a row. */
  public int dim() {
    return slab.dim();
  }

  /** Returns the slab that the rows lie in. */
  public Slab slab() {
    return slab;
  }

  /** Returns where in the slab the rows begin. */
  public int firstRow() {
    return first;
  }

  /**
   * Returns one number.
   *
   * @throws IndexOutOfBoundsException if the place is not in the embedding
   * @throws IllegalStateException if the slab was released or closed
   */
  public float get(int row, int column) {
    Bounds.index(row, rows);
    return slab.get(first + row, column);
  }

  /**
   * Returns the numbers row by row, {@code rows * dim} floats, read-only: without a copy where they
   * are float32.
   *
   * @throws IllegalStateException if the slab was released or closed
   */
  public FloatBuffer floats() {
    if (slab.type() == RowType.FLOAT32) {
      return slab.floats(first, rows).asReadOnlyBuffer();
    }
    FloatBuffer floats = FloatBuffer.allocate(Math.multiplyExact(rows, dim()));
    for (int row = 0; row < rows; row++) {
      floats.put(row(row));
    }
    return floats.flip().asReadOnlyBuffer();
  }

  /**
   * Returns a copy of one row.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalStateException if the slab was released or closed
   */
  public float[] row(int row) {
    Objects.checkIndex(row, rows);
    float[] copy = new float[dim()];
    if (slab.type() == RowType.FLOAT32) {
      slab.peek(first + row, 1).asFloatBuffer().get(copy);
      slab.stillHas();
    } else {
      for (int column = 0; column < copy.length; column++) {
        copy[column] = slab.get(first + row, column);
      }
    }
    return copy;
  }

  /**
   * Returns the same numbers in a slab of their own, which nobody else releases.
   *
   * @throws IllegalStateException if the slab was released or closed
   */
  public Embedding copy() {
    Slab own = Slab.allocate(slab.type(), rows, dim());
    own.peek(0, rows).put(slab.peek(first, rows));
    slab.stillHas();
    return own.rows(0, rows);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Embedding that
        && rows == that.rows
        && dim() == that.dim()
        && slab.type() == that.slab.type()
        && sameBits(that);
  }

  private boolean sameBits(Embedding that) {
    boolean same = slab.peek(first, rows).equals(that.slab.peek(that.first, that.rows));
    slab.stillHas();
    that.slab.stillHas();
    return same;
  }

  @Override
  public int hashCode() {
    int numbers = slab.peek(first, rows).hashCode();
    slab.stillHas();
    return 31 * (31 * rows + dim()) + numbers;
  }

  @Override
  public String toString() {
    return "Embedding[" + rows + ", " + dim() + "]";
  }
}
