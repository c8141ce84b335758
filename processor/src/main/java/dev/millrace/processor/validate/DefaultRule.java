package dev.millrace.processor.validate;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.List;

/** A default is for an input, and an input has one. */
final class DefaultRule implements GraphRule {
  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer reader : graph.producers().values()) {
      if (reader instanceof Call) {
        reader.reads().forEach(read -> produced(graph, read, problems));
      }
    }
    graph.inputs().forEach(input -> disagreeing(input, problems));
  }

  private static void produced(Graph graph, Read read, Problems problems) {
    Producer producer = graph.producers().get(read.name());
    if (read.defaultValue().isPresent() && producer != null) {
      problems.add(
          Message.DEFAULT_PRODUCED,
          read.origin(),
          read.display(),
          read.name(),
          producer.member().display());
    }
  }

  private static void disagreeing(Input input, Problems problems) {
    List<Read> stated =
        input.reads().stream().filter(read -> read.defaultValue().isPresent()).toList();
    for (Read read : stated) {
      Read first = stated.get(0);
      if (!read.defaultValue().equals(first.defaultValue())) {
        problems.add(
            Message.DEFAULT_DISAGREES,
            read.origin(),
            read.display(),
            read.defaultValue().get(),
            input.name(),
            first.display(),
            first.defaultValue().orElseThrow());
        return;
      }
    }
  }
}
