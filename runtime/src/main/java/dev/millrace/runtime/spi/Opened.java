package dev.millrace.runtime.spi;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was opened and is to be closed again, the last opened first. */
final class Opened {
  private final Deque<AutoCloseable> stack = new ArrayDeque<>();
  private boolean closed;

  /** Adds what was just opened; returns false, and does not, if all was closed meanwhile. */
  synchronized boolean add(AutoCloseable opened) {
    if (!closed) {
      stack.push(opened);
    }
    return !closed;
  }

  /**
   * Closes everything, even where some of it fails, and takes nothing more.
   *
   * @param failure what has failed before, or null
   * @return the first failure, with those after it suppressed, or null
   */
  @Nullable Throwable close(@Nullable Throwable failure) {
    Throwable first = failure;
    for (AutoCloseable next = pop(); next != null; next = pop()) {
      try {
        next.close();
      } catch (Throwable thrown) {
        if (first == null) {
          first = thrown;
        } else {
          Suppressed.add(first, thrown);
        }
      }
    }
    return first;
  }

  private synchronized @Nullable AutoCloseable pop() {
    closed = true;
    return stack.poll();
  }
}
