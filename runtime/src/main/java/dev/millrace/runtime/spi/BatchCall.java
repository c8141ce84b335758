package dev.millrace.runtime.spi;

import dev.millrace.runtime.observe.Span;
import org.jspecify.annotations.Nullable;

/** A call of a twin, for those who watch. */
public final class BatchCall {
  /** Nobody watches. */
  static final BatchCall UNWATCHED = new BatchCall(0, 0, null);

  private final int size;
  private final long since;
  private final @Nullable Span span;

  /**
   * @param size how many rows it is called with
   * @param since when it began
   * @param span what is recorded of it, or null
   */
  BatchCall(int size, long since, @Nullable Span span) {
    this.size = size;
    this.since = since;
    this.span = span;
  }

  int size() {
    return size;
  }

  /** Returns how long ago it began. */
  long nanos() {
    return System.nanoTime() - since;
  }

  /**
   * Notes that it has ended.
   *
   * @param failure what it has thrown, or null
   */
  void end(@Nullable Throwable failure) {
    if (span != null) {
      span.end(0, failure);
    }
  }
}
