package dev.millrace.processor.validate;

import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;

/** Looks for one kind of fault in a scope. */
interface GraphRule {

  /** Adds what it finds. */
  void check(Graph graph, Problems problems);

  /** Returns whether it can be trusted where members were left out of the graph. */
  default boolean holdsForParts() {
    return false;
  }
}
