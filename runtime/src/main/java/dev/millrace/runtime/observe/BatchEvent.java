package dev.millrace.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A call of a node's twin. */
@Name("dev.millrace.Batch")
@Label("Batch")
@Category("Millrace")
@Description("A call of a node's twin")
@StackTrace(false)
final class BatchEvent extends Event implements Span {
  @Label("Pipeline")
  final String pipeline;

  @Label("Node")
  final String node;

  @Label("Size")
  final long size;

  @Label("Failure")
  @Nullable Class<?> failure;

  BatchEvent(String pipeline, String node, long size) {
    this.pipeline = pipeline;
    this.node = node;
    this.size = size;
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
