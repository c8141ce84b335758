package dev.millrace.processor.model;

import java.util.Optional;

/**
 * What a node's annotations say of how it runs.
 *
 * @param delivery how the method hands over its result
 * @param cache whether its results are kept
 * @param salt what else its results depend on
 * @param cutOff whether what reads its result is keyed by that
 * @param timeoutNanos how long a call may take; 0 for as long as it likes
 * @param storedBy what it says stores its results
 * @param pace how many calls there are, of a node that waits
 */
public record Traits(
    Delivery delivery,
    CachePolicy cache,
    int version,
    String salt,
    boolean cutOff,
    Optional<StoredBy> storedBy,
    boolean blocking,
    Optional<RetryPolicy> retry,
    long timeoutNanos,
    Pace pace) {

  /** A node about which nothing is said. */
  public static final Traits PLAIN =
      new Traits(
          Delivery.VALUE,
          CachePolicy.AUTO,
          0,
          "",
          false,
          Optional.empty(),
          false,
          Optional.empty(),
          0,
          Pace.OWN);

  /** Returns the same with another delivery. */
  public Traits with(Delivery other) {
    return new Traits(
        other, cache, version, salt, cutOff, storedBy, blocking, retry, timeoutNanos, pace);
  }

  /** Returns whether the method is not just called: there are terms on which it is. */
  public boolean hasTerms() {
    return retry.isPresent() || timeoutNanos > 0 || pace.isLimited();
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
