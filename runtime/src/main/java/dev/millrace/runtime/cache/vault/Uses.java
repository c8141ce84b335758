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

/** Which results were used since the ledger was told. */
final class Uses {
  private static final long OFTEN = Duration.ofMinutes(1).toNanos();

  private final Set<Signature> waiting = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanos;
  private final AtomicLong told;

  Uses(LongSupplier nanos) {
    this.nanos = nanos;
    this.told = new AtomicLong(nanos.getAsLong());
  }

  /** Notes that a result was used. */
  void note(Signature key) {
    waiting.add(key);
  }

  /** Returns whether it is time to tell, to one who is to do it then. */
  boolean isDue() {
    long last = told.get();
    long now = nanos.getAsLong();
    return now - last >= OFTEN && told.compareAndSet(last, now);
  }

  /** Tells the ledger. */
  void tell(Front front, MetaStore meta) {
    front.used(waiting::add);
    List<Signature> keys = new ArrayList<>(waiting);
    if (!keys.isEmpty()) {
      meta.used(keys, Instant.now());
      keys.forEach(waiting::remove);
    }
  }
}
