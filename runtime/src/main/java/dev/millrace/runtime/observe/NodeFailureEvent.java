package dev.millrace.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An item that a mapped node has failed on. */
@Name("dev.millrace.NodeFailure")
@Label("Node Failure")
@Category("Millrace")
@Description("An item that a mapped node has failed on")
@StackTrace(false)
final class NodeFailureEvent extends Event {
  @Label("Pipeline")
  final String pipeline;

  @Label("Node")
  final String node;

  @Label("Item")
  final long item;

  @Label("Failure")
  final @Nullable Class<?> failure;

  NodeFailureEvent(String pipeline, String node, long item, @Nullable Throwable failure) {
    this.pipeline = pipeline;
    this.node = node;
    this.item = item;
    this.failure = failure == null ? null : failure.getClass();
  }
}
