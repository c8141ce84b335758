package dev.millrace.processor.validate;

import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Lifts;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code @Each} stands on lists, and a nested method declares what comes out of it. */
final class NestedTypesRule implements GraphRule {
  private final Lifts lifts;

  NestedTypesRule(TypeSystem types) {
    this.lifts = new Lifts(types);
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
      boolean isList = parameter.type().listElement() != null && !parameter.type().isNullable();
      if (parameter.each() && !isList) {
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
    for (int i = 0; i < nested.outputs().size(); i++) {
      Producer output = nested.outputs().get(i);
      TypeRef given = output.type();
      if (nested.member().flatten()) {
        TypeRef element = given.listElement();
        if (element == null || given.isNullable()) {
          problems.add(
              Message.NESTED_FLATTEN,
              nested.member().origin(),
              nested.member().display(),
              "\"" + output.name() + "\" inside gives " + given);
          continue;
        }
        given = element;
      }
      TypeRef declared = nested.declared().get(i);
      TypeRef wanted = nested.isMapped() ? nested.element(declared) : declared;
      if (wanted == null || !lifts.isExact(given, wanted)) {
        problems.add(
            Message.NESTED_RESULT,
            nested.member().origin(),
            declaring(nested, i),
            declared,
            output.name(),
            given(nested, given, wanted));
      }
    }
  }

  private static String declaring(NestedCall nested, int output) {
    List<NestedModel.Part> parts = nested.member().parts();
    return parts.isEmpty()
        ? nested.member().display()
        : "\"" + parts.get(output).component() + "\" of " + nested.member().display();
  }

  private static String given(NestedCall nested, TypeRef given, @Nullable TypeRef wanted) {
    if (!nested.isMapped()) {
      return given.toString();
    }
    return nested.isSoft() && wanted == null
        ? given
            + " for each, or its failure, which another component keeps; declare all components"
            + " List<Outcome<…>>, or none"
        : given + " for each";
  }
}
