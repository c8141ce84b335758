package dev.millrace.runtime.json;

import dev.millrace.runtime.Embedding;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A record of the kinds that lose their numbers elsewhere; equal where every bit is. */
record Leaf(
    String id,
    Embedding embedding,
    float[] floats,
    float[][] matrix,
    double[] doubles,
    byte[] bytes) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Leaf that && Arrays.deepEquals(parts(), that.parts());
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(parts());
  }

  @Override
  public String toString() {
    return Arrays.deepToString(parts());
  }

  private Object[] parts() {
    return new Object[] {id, embedding, floats, matrix, doubles, bytes};
  }
}
