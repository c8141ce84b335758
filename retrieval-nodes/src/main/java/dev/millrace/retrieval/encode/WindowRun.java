package dev.millrace.retrieval.encode;

import dev.millrace.runtime.Slab;
import java.nio.FloatBuffer;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of one window: the caller and whoever helps take batch after batch until none is
 * left. A helper that comes too late finds nothing to do, so nobody ever waits for one to come.
 */
final class WindowRun implements Runnable {
  private final OnnxNetwork network;
  private final Window window;
  private final Queue<Lane> lanes;
  private final int mostTokens;
  private final Slab tokens;
  private final Slab dense;

  /** The memory of the dense slab: batches write by absolute places, each to its own. */
  private final FloatBuffer means;

  /** No batch can be claimed once the window may be filled anew. */
  private final int batches;

  private int next;
  private int running;
  private @Nullable Throwable failure;

  WindowRun(OnnxNetwork network, Window window, Queue<Lane> lanes, int mostTokens) {
    this.network = network;
    this.window = window;
    this.lanes = lanes;
    this.mostTokens = mostTokens;
    batches = window.batches();
    tokens = Slab.allocate(window.rows(), network.dim());
    dense = Slab.allocate(window.count(), network.dim());
    means = dense.floats(0, window.count());
  }

  Slab tokens() {
    return tokens;
  }

  Slab dense() {
    return dense;
  }

  /** Encodes batches until none is left or one has failed. */
  @Override
  public void run() {
    Lane lane = null;
    for (int batch = claim(); batch >= 0; batch = claim()) {
      Throwable thrown = null;
      try {
        lane = lane == null ? lane() : lane;
        lane.encode(window, batch, tokens, means);
      } catch (RuntimeException | Error e) {
        thrown = e;
      }
      done(thrown);
    }
    if (lane != null) {
      lanes.add(lane);
    }
  }

  private Lane lane() {
    Lane pooled = lanes.poll();
    return pooled == null ? new Lane(network, mostTokens) : pooled;
  }

  private synchronized int claim() {
    if (failure != null || next == batches) {
      return -1;
    }
    running++;
    return next++;
  }

  private synchronized void done(@Nullable Throwable thrown) {
    running--;
    if (failure == null) {
      failure = thrown;
    }
    if (running == 0) {
      notifyAll();
    }
  }

  /** Waits for the batches that others took, and throws what the first failed one threw. */
  synchronized void join() {
    boolean interrupted = false;
    while (running > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        // A batch under way writes into memory of ours: it is short, and it has to end.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }
}
