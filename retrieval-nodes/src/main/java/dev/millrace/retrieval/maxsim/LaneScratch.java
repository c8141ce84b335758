package dev.millrace.retrieval.maxsim;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * One thread's memory for {@link OrtMaxSim}: the query transposed, {@code [dim, lanes]}, the
 * similarities of a block of rows, {@code [rows, lanes]}, and each document's maxima. A lane is a
 * query token; lanes beyond the last token are zeros that nobody reads.
 */
final class LaneScratch {
  private int tokens;
  private int lanes;
  private FloatBuffer query = direct(0);
  private FloatBuffer output = direct(0);
  private FloatBuffer pair = direct(0);
  private float[] upper = new float[0];
  private float[] lower = new float[0];
  private float[] maxima = new float[0];

  int lanes() {
    return lanes;
  }

  /** Takes a query in, and makes room for it. */
  void load(Embedding embedding) {
    int dim = embedding.dim();
    tokens = embedding.rows();
    lanes = (tokens + OrtMaxSim.LANES - 1) / OrtMaxSim.LANES * OrtMaxSim.LANES;
    query = room(query, Math.multiplyExact(dim, lanes));
    for (int column = 0; column < dim; column++) {
      for (int lane = 0; lane < lanes; lane++) {
        query.put(column * lanes + lane, lane < tokens ? embedding.get(lane, column) : 0);
      }
    }
    output = room(output, Math.multiplyExact(RunPlan.MAX_ROWS, lanes));
    pair = room(pair, 2 * dim);
    int half = (RunPlan.MAX_ROWS + 1) / 2 * lanes;
    if (upper.length < half) {
      upper = new float[half];
      lower = new float[half];
    }
  }

  /** Returns the query, {@code [dim, lanes]}. */
  FloatBuffer query() {
    return query;
  }

  /** Returns where the similarities of some rows go. */
  FloatBuffer output(int rows) {
    return output.slice(0, rows * lanes);
  }

  /** Returns a copy of one row with a second row that nobody reads. */
  FloatBuffer pair(Slab slab, int row) {
    pair.put(0, slab.floats(row, 1), 0, slab.dim());
    return pair;
  }

  /** Forgets all maxima: they start below every number, never at 0. */
  void begin(Run run) {
    int needed = Math.multiplyExact(run.size(), lanes);
    if (maxima.length < needed) {
      maxima = new float[needed];
    }
    Arrays.fill(maxima, 0, needed, Float.NEGATIVE_INFINITY);
  }

  /** Raises each document's maxima by those of its rows that are among these. */
  void fold(Run run, int from, int rows) {
    for (int d = 0; d < run.size(); d++) {
      int start = Math.max(run.starts()[d], from);
      int end = Math.min(run.starts()[d] + run.lengths()[d], from + rows);
      if (start < end) {
        raise(d * lanes, start - from, end - start);
      }
    }
  }

  /** Sets each document's score. */
  void sum(Run run, double[] scores) {
    for (int d = 0; d < run.size(); d++) {
      double sum = 0;
      for (int lane = 0; lane < tokens; lane++) {
        sum += maxima[d * lanes + lane];
      }
      scores[run.documents()[d]] = sum;
    }
  }

  /**
   * Folds the rows' upper half onto the lower until one row is left: long loops over two arrays,
   * which the compiler turns into vector instructions, as it does not with a loop over few lanes.
   */
  private void raise(int at, int row, int rows) {
    int kept = (rows + 1) / 2;
    int folded = (rows - kept) * lanes;
    output.get(row * lanes, lower, 0, kept * lanes);
    output.get((row + kept) * lanes, upper, 0, folded);
    max(lower, upper, folded);
    while (kept > 1) {
      int half = (kept + 1) / 2;
      folded = (kept - half) * lanes;
      System.arraycopy(lower, half * lanes, upper, 0, folded);
      max(lower, upper, folded);
      kept = half;
    }
    for (int lane = 0; lane < lanes; lane++) {
      maxima[at + lane] = Math.max(maxima[at + lane], lower[lane]);
    }
  }

  private static void max(float[] into, float[] other, int count) {
    for (int i = 0; i < count; i++) {
      into[i] = Math.max(into[i], other[i]);
    }
  }

  /** Returns the buffer, or a larger one, with its limit where it is needed. */
  private static FloatBuffer room(FloatBuffer buffer, int floats) {
    FloatBuffer enough = buffer.capacity() < floats ? direct(floats) : buffer;
    return enough.limit(floats);
  }

  private static FloatBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
