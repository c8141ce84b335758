package dev.millrace.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says that a call of a node took longer than its {@code @Timeout}. The cause is what the node
 * threw when it was interrupted, if it threw anything.
 */
public final class NodeTimeoutException extends MillraceException {
  private static final long serialVersionUID = 1L;

  private final String node;
  private final Duration limit;

  /** Makes the exception for a node, the time it had and what it threw in the end. */
  public NodeTimeoutException(String node, Duration limit, @Nullable Throwable thrown) {
    super(
        "the node \""
            + node
            + "\" was not done within "
            + text(limit)
            + "; give it more time in @Timeout, or have it do less in one call");
    this.node = node;
    this.limit = limit;
    initCause(thrown);
  }

  /** Returns the node. */
  public String node() {
    return node;
  }

  /** Returns the time that it had. */
  public Duration limit() {
    return limit;
  }

  /** Returns a time as {@code @Timeout} has it. */
  static String text(Duration limit) {
    long nanos = limit.toNanos();
    if (nanos % 1_000_000 != 0) {
      return nanos + "ns";
    }
    long millis = nanos / 1_000_000;
    return millis % 1000 != 0 ? millis + "ms" : millis / 1000 + "s";
  }
}
