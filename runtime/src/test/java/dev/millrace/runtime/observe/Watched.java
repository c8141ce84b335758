package dev.millrace.runtime.observe;

import dev.millrace.runtime.ProgressSnapshot;
import dev.millrace.runtime.RunInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A run that a listener is told of, by a test and not by a pipeline. */
record Watched(long id, String pipeline, @Nullable RunInfo around) implements RunInfo {
  private static final AtomicLong LAST = new AtomicLong();

  static Watched run(String pipeline) {
    return new Watched(LAST.incrementAndGet(), pipeline, null);
  }

  /** Returns one of the runs of a call. */
  static Watched of(Watched call) {
    return new Watched(LAST.incrementAndGet(), call.pipeline(), call);
  }

  @Override
  public ProgressSnapshot progress() {
    return new ProgressSnapshot(Duration.ZERO, List.of(), List.of());
  }
}
