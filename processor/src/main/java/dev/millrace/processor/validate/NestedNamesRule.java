package dev.millrace.processor.validate;

import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Names;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.HashMap;
import java.util.Map;

/** A listed parameter must name something inside that is needed, and each inner thing once. */
final class NestedNamesRule implements GraphRule {
  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer producer : graph.producers().values()) {
      if (producer instanceof NestedCall nested) {
        check(nested, problems);
      }
    }
  }

  private static void check(NestedCall nested, Problems problems) {
    Map<String, NestedModel.Parameter> seen = new HashMap<>();
    for (NestedModel.Parameter parameter : nested.member().parameters()) {
      NestedModel.Parameter other = seen.putIfAbsent(parameter.inner(), parameter);
      if (other != null) {
        problems.add(
            Message.NESTED_TWICE,
            parameter.origin(),
            other.name(),
            parameter.name(),
            parameter.inner());
      } else if (!nested.innerNames().contains(parameter.inner())) {
        problems.add(
            Message.NESTED_NAME,
            parameter.origin(),
            nested.member().target().nestedName(),
            parameter.inner(),
            Names.didYouMean(parameter.inner(), nested.innerNames()));
      } else if (isUseless(nested, parameter)) {
        problems.add(
            Message.NESTED_UNUSED,
            parameter.origin(),
            nested.member().display(),
            parameter.name(),
            String.join(", ", nested.outputs().stream().map(Producer::name).toList()),
            parameter.inner());
      }
    }
  }

  /** A list that is mapped over says at least how many results there are. */
  private static boolean isUseless(NestedCall nested, NestedModel.Parameter parameter) {
    return !nested.outputs().isEmpty()
        && !parameter.each()
        && nested.inner().producers().values().stream()
            .flatMap(producer -> producer.reads().stream())
            .noneMatch(read -> read.name().equals(parameter.inner()));
  }
}
