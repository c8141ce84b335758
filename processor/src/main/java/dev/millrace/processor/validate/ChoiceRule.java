package dev.millrace.processor.validate;

import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Lifts;
import dev.millrace.processor.resolve.Vertex.Choice;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.stream.Stream;

/** What chooses between variants is known before anything runs or is opened. */
final class ChoiceRule implements GraphRule {
  private final TypeSystem types;
  private final Lifts lifts;

  ChoiceRule(TypeSystem types) {
    this.types = types;
    this.lifts = new Lifts(types);
  }

  @Override
  public void check(Graph graph, Problems problems) {
    for (Producer producer : graph.producers().values()) {
      if (producer instanceof Choice choice) {
        Producer selector = graph.producers().get(choice.member().selector());
        if (selector != null && isFit(choice, selector)) {
          problems.add(
              Message.VARIANT_PRODUCED,
              choice.member().origin(),
              choice.name(),
              selector.name(),
              selector.member().display());
        }
        selectorTypes(graph, choice.member())
            .filter(type -> types.stateful(type.nonNull()).isPresent())
            .findFirst()
            .ifPresent(
                type ->
                    problems.add(
                        Message.VARIANT_RESOURCE,
                        choice.member().origin(),
                        choice.name(),
                        choice.member().selector(),
                        type));
      }
    }
  }

  /** Whether it could choose, by its type; where not, that is said. */
  private boolean isFit(Choice choice, Producer selector) {
    return lifts.find(selector.type(), choice.member().selectorType()).isPresent();
  }

  /** The type that the variants share, and what the name is in this scope. */
  private static Stream<TypeRef> selectorTypes(Graph graph, ChoiceModel choice) {
    Stream<TypeRef> inputs =
        graph.inputs().stream()
            .filter(input -> input.name().equals(choice.selector()))
            .map(Input::type);
    Stream<TypeRef> bound = Stream.ofNullable(graph.bound().get(choice.selector()));
    return Stream.of(Stream.of(choice.selectorType()), inputs, bound).flatMap(each -> each);
  }
}
