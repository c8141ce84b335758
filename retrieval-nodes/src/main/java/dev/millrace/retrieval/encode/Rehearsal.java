package dev.millrace.retrieval.encode;

import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Runs batches of the shapes that a {@link Window} cuts, with nobody waiting for them: to have the
 * network load its kernels and take its memory, or to see how long they take.
 */
final class Rehearsal {
  private static final int ROUNDS = 2;
  private static final double NANOS = 1e9;

  private final OnnxNetwork network;
  private final LongSupplier clock;
  private final List<Integer> widths;

  Rehearsal(OnnxNetwork network, LongSupplier clock) {
    this.network = network;
    this.clock = clock;
    int longest = network.options().maxTokens();
    widths =
        IntStream.of(16, 64, longest).map(w -> Math.min(w, longest)).distinct().boxed().toList();
  }

  /** Runs each shape of a budget once, the one that needs most memory first. */
  void once(int budget) throws OrtException {
    Stage stage = new Stage(budget);
    for (int i = widths.size() - 1; i >= 0; i--) {
      stage.run(widths.get(i));
    }
  }

  /** Returns the time that a token takes with a budget, as a mean over short texts and long. */
  double secondsPerToken(int budget) throws OrtException {
    once(budget);
    Stage stage = new Stage(budget);
    double sum = 0;
    for (int width : widths) {
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long start = clock.getAsLong();
        stage.run(width);
        least = Math.min(least, clock.getAsLong() - start);
      }
      sum += least / NANOS / ((double) stage.texts(width) * width);
    }
    return sum / widths.size();
  }

  /** The memory of one budget's batches. */
  private final class Stage {
    private final int budget;
    private final BatchRun run;
    private final ByteBuffer target;

    private Stage(int budget) throws OrtException {
      this.budget = budget;
      run = new BatchRun(network, Math.max(budget, network.options().maxTokens()));
      target = room(widths.stream().mapToLong(this::bytes).max().orElseThrow());
    }

    private ByteBuffer room(long bytes) throws OrtException {
      String needed = "a batch of " + budget + " tokens needs " + bytes + " bytes for its vectors";
      if (bytes > Integer.MAX_VALUE) {
        throw new OrtException(needed + ", more than a buffer holds");
      }
      try {
        return ByteBuffer.allocateDirect((int) bytes);
      } catch (OutOfMemoryError full) {
        throw new OrtException(needed + ", and the JVM has no more: " + full.getMessage());
      }
    }

    private int texts(int width) {
      return Math.max(1, budget / width);
    }

    private long bytes(int width) {
      long bytes = Float.BYTES;
      for (long length : network.outputShape(texts(width), width)) {
        bytes *= length;
      }
      return bytes;
    }

    private void run(int width) throws OrtException {
      ByteBuffer exact = target.slice(0, (int) bytes(width));
      run.rehearse(texts(width), width, exact.order(ByteOrder.nativeOrder()));
    }
  }
}
