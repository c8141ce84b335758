package dev.millrace.processor.property;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.property.Spec.Node;
import dev.millrace.processor.property.Spec.Scope;
import java.util.ArrayList;
import java.util.List;

/** Writes a pipeline as a developer would. */
final class Spelling {
  private Spelling() {}

  /** Returns the source of a pipeline. */
  static String source(String inPackage, String name, Graph graph) {
    return """
    package %s;
    import dev.millrace.*;
    import dev.millrace.processor.property.Mix;
    import java.util.*;
    @Pipeline
    interface %s {
    %s
    }
    """
        .formatted(inPackage, name, members(graph.scope()));
  }

  private static String members(Scope scope) {
    return scope.members().stream().map(Spelling::member).collect(joining("\n"));
  }

  private static String member(Spec spec) {
    if (spec instanceof Node node) {
      return node(node);
    }
    if (spec instanceof Spec.Choice choice) {
      return variant(choice, choice.up(), "UP") + variant(choice, choice.down(), "DOWN");
    }
    Spec.Map map = (Spec.Map) spec;
    String element = map.kind().element().boxed;
    String kept = "kept" + map.name();
    String body = "Body" + map.name();
    boolean nests = map.body().members().stream().anyMatch(Spec.Map.class::isInstance);
    return """
    @Nested(value = %s.class, output = "%s")
    %s %s(@Each("%s") %s %s);
    %s %s {
    %s
    }
    """
            .formatted(
                body,
                map.output().name(),
                map.soft()
                    ? "List<dev.millrace.runtime.Outcome<" + element + ">>"
                    : map.kind().java,
                map.soft() ? kept : map.name(),
                map.item(),
                map.overKind().java,
                map.over(),
                nests ? "@Pipeline interface" : "final class",
                body,
                members(map.body()))
        + (map.soft() ? values(map, element, kept) : "");
  }

  /** What a map that keeps failures has without them. */
  private static String values(Spec.Map map, String element, String kept) {
    return """
    @Node static List<%s> %s(List<dev.millrace.runtime.Outcome<%s>> %s) {
      return dev.millrace.runtime.Outcome.values(%s);
    }
    """
        .formatted(element, map.name(), element, kept, kept);
  }

  private static String variant(Spec.Choice choice, Node node, String way) {
    List<String> parameters = new ArrayList<>(List.of("Mix.Way " + Graph.WAY));
    for (int i = 0; i < node.reads().size(); i++) {
      parameters.add(node.parameter(i) + " " + node.reads().get(i).name());
    }
    return "@Node(\"%s\") @When(\"%s\") static %s %s(%s) { return Mix.%s(%d%s); }\n"
        .formatted(
            choice.name(),
            way,
            node.result(),
            node.name(),
            String.join(", ", parameters),
            node.mix(),
            node.id(),
            node.reads().stream().map(read -> ", " + read.name()).collect(joining()));
  }

  private static String node(Node node) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < node.reads().size(); i++) {
      parameters.add(node.parameter(i) + " " + node.reads().get(i).name());
    }
    String text =
        "@Node static %s%s %s(%s) { return Mix.%s(%d%s); }\n"
            .formatted(
                variables(node.form().variables),
                node.result(),
                node.name(),
                String.join(", ", parameters),
                node.mix(),
                node.id(),
                node.reads().stream().map(read -> ", " + read.name()).collect(joining()));
    return node.twin().isEmpty() ? text : text + TwinSpelling.twin(node);
  }

  /** Returns type variables as they stand before a result. */
  static String variables(String variables) {
    return variables.isEmpty() ? "" : variables + " ";
  }
}
