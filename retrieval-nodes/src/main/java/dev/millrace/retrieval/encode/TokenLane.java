package dev.millrace.retrieval.encode;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The network writes a vector for every token straight into the slab, where they are then pooled
 * and brought to length 1.
 */
final class TokenLane implements Lane {
  private final BatchRun run;
  private final Pooling pooling;
  private final float[] row;
  private final float[] sum;

  TokenLane(BatchRun run, Pooling pooling, int dim) {
    this.run = run;
    this.pooling = pooling;
    row = new float[dim];
    sum = new float[dim];
  }

  @Override
  public void encode(Window window, int batch, WindowVectors vectors) {
    int from = window.batch(batch);
    int to = window.batch(batch + 1);
    int width = window.length(window.text(from));
    int firstRow = window.row(window.text(from));
    ByteBuffer memory = vectors.tokens().bytes(firstRow, width * (to - from));
    run.run(window, from, to, width, memory);
    FloatBuffer floats = memory.asFloatBuffer();
    for (int place = from; place < to; place++) {
      int text = window.text(place);
      int count = window.length(text);
      pool(floats, (place - from) * width, count, window.first() + text);
      vectors.denseFloats().put(text * row.length, sum);
    }
  }

  /** Leaves a text's one vector in {@code sum}, and brings it and the tokens' to length 1. */
  private void pool(FloatBuffer vectors, int firstRow, int count, int text) {
    int dim = row.length;
    int pooled = pooling == Pooling.CLS ? 1 : count;
    Arrays.fill(sum, 0);
    for (int token = 0; token < count; token++) {
      int place = (firstRow + token) * dim;
      vectors.get(place, row);
      for (int i = 0; i < dim && token < pooled; i++) {
        sum[i] += row[i];
      }
      normalize(row, text);
      vectors.put(place, row);
    }
    for (int i = 0; i < dim; i++) {
      sum[i] /= pooled;
    }
    normalize(sum, text);
  }

  /** Brings a vector to length 1; one of zeros stays. */
  private static void normalize(float[] vector, int text) {
    double squares = 0;
    for (float number : vector) {
      squares += (double) number * number;
    }
    if (!Double.isFinite(squares)) {
      throw new EncoderException(
          Fault.FAILED, "the model returned a vector for text " + text + " that is not finite");
    }
    if (squares > 0) {
      double norm = Math.sqrt(squares);
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] / norm);
      }
    }
  }
}
