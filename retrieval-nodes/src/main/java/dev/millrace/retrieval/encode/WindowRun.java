package dev.millrace.retrieval.encode;

import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of one window: the caller and whoever helps take batch after batch until none is
 * left. A helper that comes too late finds nothing to do, so nobody ever waits for one to come.
 */
final class WindowRun implements Runnable {
  private final Window window;
  private final WindowVectors vectors;
  private final Queue<Lane> lanes;
  private final Supplier<Lane> newLane;

  /** No batch can be claimed once the window may be filled anew. */
  private final int batches;

  private int next;
  private int running;
  private @Nullable Throwable failure;

  WindowRun(Window window, WindowVectors vectors, Queue<Lane> lanes, Supplier<Lane> newLane) {
    this.window = window;
    this.vectors = vectors;
    this.lanes = lanes;
    this.newLane = newLane;
    batches = window.batches();
  }

  /** Encodes batches until none is left or one has failed. */
  @Override
  public void run() {
    Lane lane = null;
    for (int batch = claim(); batch >= 0; batch = claim()) {
      Throwable thrown = null;
      try {
        lane = lane == null ? lane() : lane;
        lane.encode(window, batch, vectors);
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
    return pooled == null ? newLane.get() : pooled;
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
