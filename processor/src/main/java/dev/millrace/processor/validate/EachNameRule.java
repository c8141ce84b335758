package dev.millrace.processor.validate;

import dev.millrace.processor.model.Origin;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Vertex;
import java.util.ArrayList;
import java.util.List;

/** {@code Over} has a method {@code eachX} beside every {@code x}. */
final class EachNameRule {
  private EachNameRule() {}

  static void check(Graph graph, Problems problems) {
    List<Vertex> values = new ArrayList<>(graph.inputs());
    graph.producers().values().stream()
        .filter(each -> each.member().isOutput())
        .forEach(values::add);
    for (Vertex value : values) {
      String each =
          "each" + Character.toUpperCase(value.name().charAt(0)) + value.name().substring(1);
      for (Vertex other : values) {
        if (other.name().equals(each)) {
          problems.add(Message.EACH_NAME, origin(other), value.name(), each);
        }
      }
    }
  }

  private static Origin origin(Vertex value) {
    return value instanceof Vertex.Producer producer
        ? producer.member().origin()
        : ((Vertex.Input) value).reads().get(0).origin();
  }
}
