package dev.millrace.processor.validate;

import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Lifts;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Input;

/** An input whose readers want types that no one type is: said on the reader that does not fit. */
final class InputTypesRule implements GraphRule {
  private final Lifts lifts;

  InputTypesRule(TypeSystem types) {
    this.lifts = new Lifts(types);
  }

  @Override
  public void check(Graph graph, Problems problems) {
    for (Input input : graph.inputs()) {
      input.reads().stream()
          .filter(read -> lifts.find(input.type(), read.type()).isEmpty())
          .findFirst()
          .ifPresent(read -> report(input, read, problems));
    }
  }

  private static void report(Input input, Read misfit, Problems problems) {
    Read first = input.reads().get(0);
    problems.add(
        Message.INPUT_TYPES,
        misfit.origin(),
        input.name(),
        first.type(),
        first.display(),
        misfit.type(),
        misfit.display());
  }
}
