package dev.millrace.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A run was not done within the time that it was given. What it had begun was ended. */
public final class RunTimeoutException extends MillraceException {
  private static final long serialVersionUID = 1L;

  private final String pipeline;
  private final Duration limit;

  /** Makes the exception for a pipeline, the time its run had and what it threw in the end. */
  public RunTimeoutException(String pipeline, Duration limit, @Nullable Throwable thrown) {
    super(
        "the run of "
            + pipeline
            + " was not done within "
            + NodeTimeoutException.text(limit)
            + "; give it more time, or ask for less in one run");
    this.pipeline = pipeline;
    this.limit = limit;
    initCause(thrown);
  }

  /** Returns the pipeline. */
  public String pipeline() {
    return pipeline;
  }

  /** Returns the time that the run had. */
  public Duration limit() {
    return limit;
  }
}
