package dev.millrace.processor.validate;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.Producer;

/** A parameter that is meant as an input, but whose name is produced. */
final class InputRule implements GraphRule {
  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer reader : graph.producers().values()) {
      if (!(reader instanceof Call)) {
        continue; // what is an input inside a nested use may well be produced outside
      }
      for (Read read : reader.reads()) {
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
