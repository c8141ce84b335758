package dev.millrace.processor.validate;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.GenericFault;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.Producer;

/** What a generic node reads must give each type variable one type, within its bounds. */
final class GenericTypesRule implements GraphRule {
  @Override
  public boolean holdsForParts() {
    return true;
  }

  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer producer : graph.producers().values()) {
      if (producer instanceof Call call) {
        call.faults().forEach(fault -> report(call, fault, graph, problems));
      }
    }
  }

  private static void report(Call call, GenericFault fault, Graph graph, Problems problems) {
    if (fault instanceof GenericFault.Conflict conflict) {
      problems.add(
          Message.GENERIC_CONFLICT,
          conflict.otherPort().origin(),
          call.member().display(),
          conflict.variable(),
          conflict.port().name(),
          conflict.type(),
          conflict.otherPort().name(),
          conflict.otherType());
    } else if (fault instanceof GenericFault.OutOfBound outside) {
      problems.add(
          Message.GENERIC_BOUND,
          call.member().origin(),
          outside.generic(),
          outside.variable(),
          outside.bound(),
          outside.type());
    } else if (fault instanceof GenericFault.Wildcard wildcard) {
      problems.add(
          Message.GENERIC_WILDCARD,
          wildcard.port().origin(),
          call.member().display(),
          wildcard.port().name(),
          wildcard.port().readAs(),
          wildcard.given(),
          wildcard.part().equals(wildcard.port().readAs())
              ? wildcard.advice()
              : wildcard.advice() + " for " + wildcard.part());
    } else if (fault instanceof GenericFault.Unfit unfit) {
      String name = unfit.port().name();
      Producer source = graph.producers().get(name);
      problems.add(
          Message.TYPE_MISMATCH,
          unfit.port().origin(),
          call.member().display(),
          name,
          unfit.port().readAs(),
          source == null ? "what is around it" : source.member().display(),
          unfit.given(),
          "");
    }
  }
}
