package dev.millrace.processor.validate;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.List;

/** A parameter that is meant as an input, but whose name is produced. */
final class InputRule implements GraphRule {
  /** Its own parameters: what is an input inside a nested use may well be produced outside. */
  private static List<Read> spoken(Producer reader) {
    return reader instanceof NestedCall nested
        ? nested.reads().subList(0, nested.member().parameters().size())
        : reader.reads();
  }

  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer reader : graph.producers().values()) {
      for (Read read : spoken(reader)) {
        Producer producer = graph.producers().get(read.name());
        if (read.meantAsInput() && producer != null) {
          problems.add(
              Message.INPUT_PRODUCED,
              read.origin(),
              read.display(),
              read.name(),
              producer.member().display());
        }
      }
    }
  }
}
