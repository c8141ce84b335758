package dev.millrace.runtime.cache.vault;

import java.util.concurrent.atomic.LongAdder;

/** What a vault counts. */
final class Counts {
  final LongAdder frontHits = new LongAdder();
  final LongAdder storeHits = new LongAdder();
  final LongAdder misses = new LongAdder();
  final LongAdder puts = new LongAdder();
  final LongAdder bytes = new LongAdder();
  final LongAdder failures = new LongAdder();

  Stats stats() {
    return new Stats(
        frontHits.sum(), storeHits.sum(), misses.sum(), puts.sum(), bytes.sum(), failures.sum());
  }
}
