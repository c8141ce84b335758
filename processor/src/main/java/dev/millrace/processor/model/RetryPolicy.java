package dev.millrace.processor.model;

import java.util.List;

/** When a node is called again, and how long after. */
public record RetryPolicy(int attempts, List<TypeRef> on, List<TypeRef> notOn, long backoffNanos) {
  public RetryPolicy {
    on = List.copyOf(on);
    notOn = List.copyOf(notOn);
  }
}
