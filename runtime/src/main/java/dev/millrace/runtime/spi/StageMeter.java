package dev.millrace.runtime.spi;

import dev.millrace.runtime.exec.Meter;
import dev.millrace.runtime.observe.Recorder;
import dev.millrace.runtime.observe.Span;
import dev.millrace.runtime.observe.StageCounts;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long a stage waits, or who feeds the first, and records it.
 *
 * @param stage its place, from 1; 0 for who feeds the first
 * @param kind the stage's
 * @param lack what it waits for
 * @param counts where waits are counted; or null
 */
record StageMeter(String map, int stage, String kind, String lack, @Nullable StageCounts counts)
    implements Meter {

  @Override
  public @Nullable Wait begin() {
    Span span = Recorder.CURRENT.stall(map, stage, kind, lack);
    if (span == null && counts == null) {
      return null;
    }
    long since = System.nanoTime();
    return () -> {
      if (counts != null) {
        counts.waited(System.nanoTime() - since);
      }
      if (span != null) {
        span.end(0, null);
      }
    };
  }
}
