package dev.millrace.runtime.observe;

import dev.millrace.runtime.ProgressSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** What is counted of a node: once for each chunk or batch, by any thread. */
public final class NodeCounts {
  private final LongAdder ok = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final AtomicLongArray sizes = new AtomicLongArray(Long.SIZE);
  private final Map<Object, IntSupplier> inFlight = new ConcurrentHashMap<>(1);

  NodeCounts() {}

  /** Counts what it has computed. */
  public void computed(long items, long elapsedNanos) {
    ok.add(items);
    nanos.add(elapsedNanos);
  }

  /** Counts what a cache had of it, and what was computed for want of that. */
  public void recalled(long found, long missing) {
    hits.add(found);
    misses.add(missing);
  }

  /** Counts a batch that its twin has returned. */
  public void batch(long size) {
    sizes.incrementAndGet(Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, size)));
  }

  /** Counts an item that it has failed on. */
  public void fail() {
    failed.increment();
  }

  /** Asks somebody, too, how many calls are under way, until he is forgotten. */
  public void ask(Object whom, IntSupplier calls) {
    inFlight.put(whom, calls);
  }

  /** Asks him no more. */
  public void forget(Object whom) {
    inFlight.remove(whom);
  }

  ProgressSnapshot.OfNode snapshot(String node) {
    List<Long> batchSizes = new ArrayList<>();
    long batches = 0;
    for (int power = 0; power < sizes.length(); power++) {
      long count = sizes.get(power);
      batches += count;
      if (count > 0) {
        while (batchSizes.size() < power) {
          batchSizes.add(0L);
        }
        batchSizes.add(count);
      }
    }
    return new ProgressSnapshot.OfNode(
        node,
        ok.sum(),
        failed.sum(),
        batches,
        batchSizes,
        Duration.ofNanos(nanos.sum()),
        inFlight.values().stream().mapToInt(IntSupplier::getAsInt).sum(),
        hits.sum(),
        misses.sum());
  }
}
