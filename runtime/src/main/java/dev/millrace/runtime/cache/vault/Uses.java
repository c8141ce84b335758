package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Which results were used since the ledger was told, each once. It is told when the store has been
 * asked or given something and that was a minute ago, or many wait; and when a vault is closed. So
 * a time of last use may be too early by the time in which all was found in the front.
 */
final class Uses {
  private static final long OFTEN = Duration.ofMinutes(1).toNanos();
  private static final int MANY = 1 << 14;

  private final Set<Signature> waiting = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanos;
  private final AtomicLong told;

  /** Makes it, with a clock in nanoseconds that does not go back. */
  Uses(LongSupplier nanos) {
    this.nanos = nanos;
    this.told = new AtomicLong(nanos.getAsLong());
  }

  /** Notes that a result was used. */
  void note(Signature key) {
    waiting.add(key);
  }

  /** Returns whether a minute has passed, to the one who is to tell then. */
  boolean isDue() {
    long last = told.get();
    long now = nanos.getAsLong();
    return now - last >= OFTEN && told.compareAndSet(last, now);
  }

  /** Returns whether many wait. */
  boolean areMany() {
    return waiting.size() >= MANY;
  }

  /** Tells the ledger what waits. */
  void tell(MetaStore meta) {
    List<Signature> keys = new ArrayList<>(waiting);
    keys.forEach(waiting::remove);
    if (!keys.isEmpty()) {
      meta.used(keys, Instant.now());
    }
  }
}
