package dev.millrace.processor.validate;

import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Names;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.List;

/** A nested use takes one output: named, or the only one it can be. */
final class NestedOutputRule implements GraphRule {
  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer producer : graph.producers().values()) {
      if (producer instanceof NestedCall nested
          && nested.outputs().isEmpty()
          && (!nested.member().innerOutput().isEmpty()
              || !nested.member().parts().isEmpty()
              || listsOnlyKnownNames(nested))) {
        report(nested, problems);
      }
    }
  }

  /** Where a parameter names nothing inside, that is said, and what depends on it is unknown. */
  private static boolean listsOnlyKnownNames(NestedCall nested) {
    return nested.member().parameters().stream()
        .allMatch(parameter -> nested.innerNames().contains(parameter.inner()));
  }

  private static void report(NestedCall nested, Problems problems) {
    NestedModel model = nested.member();
    List<String> outputs = outputs(model);
    for (NestedModel.Part part : model.parts()) {
      if (!outputs.contains(part.inner())) {
        unknown(model, part.inner(), outputs, problems);
      }
    }
    if (!model.parts().isEmpty()) {
      return;
    }
    if (!model.innerOutput().isEmpty()) {
      unknown(model, model.innerOutput(), outputs, problems);
      return;
    }
    List<String> candidates = nested.candidates();
    problems.add(
        Message.NESTED_OUTPUT,
        model.origin(),
        model.display(),
        model.target().simpleName(),
        candidates.isEmpty() ? outputs.get(0) : candidates.get(0),
        candidates.isEmpty()
            ? "nothing that depends on its parameters is left over inside"
            : "it could be any of " + String.join(", ", candidates));
  }

  private static List<String> outputs(NestedModel model) {
    List<String> listed = model.closing().map(PipelineModel.Closing::outputs).orElse(List.of());
    return listed.isEmpty()
        ? model.members().stream().filter(Member::isOutput).map(Member::output).distinct().toList()
        : listed;
  }

  private static void unknown(
      NestedModel model, String name, List<String> outputs, Problems problems) {
    problems.add(
        Message.NESTED_OUTPUT_UNKNOWN,
        model.origin(),
        model.display(),
        name,
        model.target().nestedName(),
        Names.didYouMean(name, outputs));
  }
}
