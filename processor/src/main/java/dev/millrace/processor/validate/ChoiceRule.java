package dev.millrace.processor.validate;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Vertex.Choice;
import dev.millrace.processor.resolve.Vertex.Producer;

/** What chooses between variants is known before anything runs. */
final class ChoiceRule implements GraphRule {
  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer producer : graph.producers().values()) {
      if (producer instanceof Choice choice) {
        Producer selector = graph.producers().get(choice.member().selector());
        if (selector != null) {
          problems.add(
              Message.VARIANT_PRODUCED,
              choice.member().origin(),
              choice.name(),
              selector.name(),
              selector.member().display());
        }
      }
    }
  }
}
