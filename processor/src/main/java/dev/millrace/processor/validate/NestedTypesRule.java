package dev.millrace.processor.validate;

import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;

/** {@code @Each} stands on lists, and a nested method declares what comes out of it. */
final class NestedTypesRule implements GraphRule {
  private final TypeSystem types;

  NestedTypesRule(TypeSystem types) {
    this.types = types;
  }

  @Override
  public boolean holdsForParts() {
    return true;
  }

  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer producer : graph.producers().values()) {
      if (producer instanceof NestedCall nested) {
        checkEach(nested, problems);
        checkResult(nested, problems);
      }
    }
  }

  private static void checkEach(NestedCall nested, Problems problems) {
    for (NestedModel.Parameter parameter : nested.member().parameters()) {
      if (parameter.each() && parameter.type().listElement() == null) {
        problems.add(
            Message.NESTED_EACH_TYPE,
            parameter.origin(),
            nested.member().display(),
            parameter.name(),
            parameter.type());
      }
    }
  }

  private void checkResult(NestedCall nested, Problems problems) {
    if (nested.output().isEmpty()) {
      return;
    }
    Producer output = nested.output().get();
    TypeRef declared = nested.member().result();
    TypeRef wanted = nested.isMapped() ? declared.listElement() : declared;
    if (wanted == null || !types.isAssignable(output.type(), wanted)) {
      problems.add(
          Message.NESTED_RESULT,
          nested.member().origin(),
          nested.member().display(),
          declared,
          output.name(),
          nested.isMapped() ? output.type() + " for each" : output.type());
    }
  }
}
