package dev.millrace.retrieval.encode;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.nio.FloatBuffer;

/** The network pools and normalizes: a batch's vectors are the rows that it writes, untouched. */
final class DenseLane implements Lane {
  /** Rounding leaves less. */
  private static final double MOST_SQUARED = 1.01;

  private final BatchRun run;

  DenseLane(BatchRun run) {
    this.run = run;
  }

  @Override
  public void encode(Window window, int batch, WindowVectors vectors) {
    int from = window.batch(batch);
    int to = window.batch(batch + 1);
    int width = window.length(window.text(from));
    run.run(window, from, to, width, vectors.dense().bytes(from, to - from));
    check(window, from, to, vectors);
  }

  /** A vector's length is 1, or 0; numbers that are none leave another. */
  private static void check(Window window, int from, int to, WindowVectors vectors) {
    FloatBuffer dense = vectors.denseFloats();
    int dim = vectors.dense().dim();
    for (int place = from; place < to; place++) {
      double squares = 0;
      for (int i = place * dim; i < (place + 1) * dim; i++) {
        squares += (double) dense.get(i) * dense.get(i);
      }
      if (!(squares < MOST_SQUARED)) {
        throw new EncoderException(
            Fault.FAILED,
            "the model returned a vector for text "
                + (window.first() + window.text(place))
                + " that is not finite");
      }
    }
  }
}
