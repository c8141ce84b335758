package dev.millrace.runtime;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A small handle on rows of a {@link Slab}: one vector {@code [1, dim]}, or a vector per token
 * {@code [tokens, dim]}. It keeps the slab reachable; {@link #copy} detaches a few rows from a
 * large one. Two embeddings are equal where shape and every bit are.
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
   * @throws IllegalStateException if the slab was closed
   */
  public float get(int row, int column) {
    Objects.checkIndex(row, rows);
    return slab.get(first + row, column);
  }

  /**
   * Returns the numbers row by row, {@code rows * dim} floats, read-only, without a copy.
   *
   * @throws IllegalStateException if the slab was closed
   */
  public FloatBuffer floats() {
    return slab.floats(first, rows).asReadOnlyBuffer();
  }

  /**
   * Returns a copy of one row.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalStateException if the slab was closed
   */
  public float[] row(int row) {
    Objects.checkIndex(row, rows);
    float[] copy = new float[dim()];
    slab.floats(first + row, 1).get(copy);
    return copy;
  }

  /**
   * Returns the same numbers in a slab of their own.
   *
   * @throws IllegalStateException if the slab was closed
   */
  public Embedding copy() {
    Slab own = Slab.allocate(rows, dim());
    own.bytes(0, rows).put(slab.bytes(first, rows));
    return own.rows(0, rows);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Embedding that
        && rows == that.rows
        && dim() == that.dim()
        && slab.bytes(first, rows).equals(that.slab.bytes(that.first, that.rows));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + dim()) + slab.bytes(first, rows).hashCode();
  }

  @Override
  public String toString() {
    return "Embedding[" + rows + ", " + dim() + "]";
  }
}
