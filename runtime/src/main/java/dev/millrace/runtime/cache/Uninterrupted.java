package dev.millrace.runtime.cache;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Work on files that an interrupt neither ends nor gets lost in. A channel is closed when its
 * thread is interrupted, and nodes are: by time limits, and by who gives up on a run. What is done
 * here is short, so the interrupt can wait.
 */
public final class Uninterrupted {
  private Uninterrupted() {}

  /** Work that opens its channels itself, and may be begun again. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  /** Returns what the work returns, and leaves the thread interrupted if it ever was. */
  public static <T> T call(Work<T> work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return work.run();
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
