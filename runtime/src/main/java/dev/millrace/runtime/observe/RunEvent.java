package dev.millrace.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A run of a pipeline, or a call that makes many. */
@Name("dev.millrace.Run")
@Label("Run")
@Category("Millrace")
@Description("A run of a pipeline, or a call that makes many")
@StackTrace(false)
final class RunEvent extends Event implements Span {
  @Label("Pipeline")
  final String pipeline;

  @Label("Failure")
  @Nullable Class<?> failure;

  RunEvent(String pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public void end(long failed, @Nullable Throwable failure) {
    end();
    if (shouldCommit()) {
      this.failure = failure == null ? null : failure.getClass();
      commit();
    }
  }
}
