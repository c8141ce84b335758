package dev.millrace.processor.model;

import java.util.Optional;

/**
 * What a node's annotations say of how it runs.
 *
 * @param delivery how the method hands over its result
 * @param cache whether its results are kept
 * @param timeoutNanos how long a call may take; 0 for as long as it likes
 */
public record Traits(
    Delivery delivery,
    CachePolicy cache,
    int version,
    boolean blocking,
    Optional<RetryPolicy> retry,
    long timeoutNanos) {

  /** A node about which nothing is said. */
  public static final Traits PLAIN =
      new Traits(Delivery.VALUE, CachePolicy.AUTO, 0, false, Optional.empty(), 0);

  /** Returns the same with another delivery. */
  public Traits with(Delivery other) {
    return new Traits(other, cache, version, blocking, retry, timeoutNanos);
  }

  /** Returns whether the method may be called where its value is needed, and that is all. */
  public boolean isPlainCall() {
    return delivery == Delivery.VALUE && retry.isEmpty() && timeoutNanos == 0;
  }

  /** Returns whether it waits, or what it returns is waited for: others may run meanwhile. */
  public boolean isAsynchronous() {
    return delivery == Delivery.STAGE || blocking;
  }

  /** Returns whether it may be run twice for one item. */
  public boolean isPure() {
    return cache != CachePolicy.NEVER;
  }
}
