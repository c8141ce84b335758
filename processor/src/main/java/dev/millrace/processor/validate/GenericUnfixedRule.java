package dev.millrace.processor.validate;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.GenericFault.Unfixed;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.List;

/**
 * A type variable that nothing fixes. Where something else is wrong that it may follow from, that
 * is said instead: this is the last rule.
 */
final class GenericUnfixedRule implements GraphRule {
  @Override
  public void check(Graph graph, Problems problems) {
    report(graph, false, problems);
    if (problems.isEmpty()) {
      report(graph, true, problems);
    }
  }

  private static void report(Graph graph, boolean follows, Problems problems) {
    for (Producer producer : graph.producers().values()) {
      if (producer instanceof Call call) {
        call.faults().stream()
            .filter(Unfixed.class::isInstance)
            .map(Unfixed.class::cast)
            .filter(fault -> fault.follows() == follows)
            .forEach(fault -> report(call, fault, problems));
      }
    }
  }

  private static void report(Call call, Unfixed fault, Problems problems) {
    List<String> readers =
        fault.readers().stream().map(port -> "\"" + port.name() + "\"").distinct().toList();
    problems.add(
        Message.GENERIC_UNFIXED,
        call.member().origin(),
        fault.variable(),
        call.member().display(),
        readers.isEmpty()
            ? "it stands in none of its parameters"
            : "let a node with concrete types produce or read "
                + readers.stream().collect(joining(" or ")));
  }
}
