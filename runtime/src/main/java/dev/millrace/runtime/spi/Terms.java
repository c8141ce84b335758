package dev.millrace.runtime.spi;

import dev.millrace.runtime.NodeTimeoutException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a node is called: how often, how many times where it fails, and for how long. A
 * generated pipeline has one for each node that has any, for all its runs.
 *
 * @param node the node
 * @param rate how often it may be called; each attempt is a call
 * @param attempts when it is called again
 * @param deadline how long each attempt may take, which begins with its turn
 */
public record Terms(
    String node, @Nullable Rate rate, @Nullable Attempts attempts, @Nullable Deadline deadline) {

  /** Returns the terms of a node that has none. */
  public static Terms of(String node) {
    return new Terms(node, null, null, null);
  }

  /** Returns these with a rate: so many calls in any period. */
  public Terms rate(int calls, long periodNanos) {
    return new Terms(node, Rate.of(node, calls, periodNanos), attempts, deadline);
  }

  /**
   * Returns these with so many attempts, the first call included.
   *
   * @param backoffNanos how long to wait before the second attempt; each later wait is twice as
   *     long, and each is longer by a random part, up to a half, so that many who failed together
   *     do not come back together; 0 for no wait
   * @param on what is worth another attempt
   * @param notOn what of that is not
   */
  public Terms attempts(int attempts, long backoffNanos, Class<?>[] on, Class<?>[] notOn) {
    return new Terms(node, rate, Attempts.of(node, attempts, backoffNanos, on, notOn), deadline);
  }

  /** Returns these with a time for each attempt, at least 1. */
  public Terms within(long nanos) {
    return new Terms(node, rate, attempts, Deadline.of(node, nanos));
  }

  /**
   * Calls the node on this thread, and returns what it returns or throws what it throws in the end,
   * as it is, undeclared.
   *
   * @throws NodeTimeoutException if the last attempt took too long
   */
  public <T extends @Nullable Object> T call(Callable<T> call) {
    return attempts == null ? once(call) : attempts.call(() -> once(call));
  }

  private <T extends @Nullable Object> T once(Callable<T> call) {
    try {
      if (rate != null) {
        rate.await();
      }
      return deadline == null ? call.call() : deadline.call(call);
    } catch (Exception failure) {
      throw Rethrow.unchecked(failure);
    }
  }
}
