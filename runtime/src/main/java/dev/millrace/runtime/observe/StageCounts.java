package dev.millrace.runtime.observe;

import dev.millrace.runtime.ProgressSnapshot;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of a stage, by its lanes: once for each chunk. */
public final class StageCounts {
  private final String kind;
  private final LongAdder chunks = new LongAdder();
  private final LongAdder busy = new LongAdder();
  private final LongAdder waiting = new LongAdder();

  StageCounts(String kind) {
    this.kind = kind;
  }

  /** Counts a chunk that has passed. */
  public void passed(long elapsedNanos) {
    chunks.increment();
    busy.add(elapsedNanos);
  }

  /** Counts a wait. */
  public void waited(long elapsedNanos) {
    waiting.add(elapsedNanos);
  }

  ProgressSnapshot.OfStage snapshot() {
    return new ProgressSnapshot.OfStage(
        kind, chunks.sum(), Duration.ofNanos(busy.sum()), Duration.ofNanos(waiting.sum()));
  }
}
