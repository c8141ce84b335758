package dev.millrace.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A nested use that maps over a list. */
@Name("dev.millrace.Map")
@Label("Map")
@Category("Millrace")
@Description("A nested use that maps over a list")
@StackTrace(false)
final class MapEvent extends Event implements Span {
  @Label("Pipeline")
  final String pipeline;

  @Label("Map")
  final String map;

  @Label("Items")
  final long items;

  @Label("Failed Items")
  long failed;

  @Label("Failure")
  @Nullable Class<?> failure;

  MapEvent(String pipeline, String map, long items) {
    this.pipeline = pipeline;
    this.map = map;
    this.items = items;
  }

  @Override
  public void end(long failed, @Nullable Throwable failure) {
    end();
    if (shouldCommit()) {
      this.failed = failed;
      this.failure = failure == null ? null : failure.getClass();
      commit();
    }
  }
}
