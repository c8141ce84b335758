package dev.millrace.processor.property;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.property.Spec.Home;
import dev.millrace.processor.property.Spec.Node;
import dev.millrace.processor.property.Spec.Read;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    @Pipeline({%s})
    interface %s {
    %s
    %s}
    """
        .formatted(
            inPackage,
            Stream.of(Home.CLASS, Home.INCLUDED)
                .filter(graph.elsewhere()::containsValue)
                .map(home -> name + "." + type(home) + ".class")
                .collect(joining(", ")),
            name,
            members(at(Home.PIPELINE, graph)),
            Stream.of(Home.CLASS, Home.INCLUDED)
                .filter(graph.elsewhere()::containsValue)
                .map(home -> elsewhere(home, graph))
                .collect(joining()));
  }

  private static String elsewhere(Home home, Graph graph) {
    return "%s %s {\n%s\n}\n"
        .formatted(
            home == Home.CLASS ? "final class" : "@Pipeline interface",
            type(home),
            members(at(home, graph)));
  }

  private static String type(Home home) {
    return home == Home.CLASS ? "Listed" : "Included";
  }

  private static List<Spec> at(Home home, Graph graph) {
    return graph.scope().members().stream()
        .filter(each -> graph.elsewhere().getOrDefault(each.name(), Home.PIPELINE) == home)
        .toList();
  }

  /** Returns the members; a body stands behind the first of its uses. */
  static String members(List<Spec> members) {
    StringBuilder text = new StringBuilder();
    Set<String> bodies = new HashSet<>();
    for (Spec member : members) {
      text.append(member(member)).append('\n');
      if (member instanceof Spec.Map map && bodies.add(map.body().name())) {
        text.append(NestedSpelling.body(map.body()));
      }
    }
    return text.toString();
  }

  private static String member(Spec spec) {
    if (spec instanceof Node node) {
      return node(node);
    }
    if (spec instanceof Spec.Part part) {
      return part.value() == part.all().get(0) ? split(part.all()) : "";
    }
    if (spec instanceof Spec.Choice choice) {
      return variant(choice, choice.up(), "UP") + variant(choice, choice.down(), "DOWN");
    }
    return NestedSpelling.use((Spec.Map) spec);
  }

  private static String variant(Spec.Choice choice, Node node, String way) {
    List<String> parameters = new ArrayList<>(List.of("Mix.Way " + Graph.WAY));
    parameters.addAll(parameters(node));
    return "@Node(\"%s\") @When(\"%s\") static %s %s(%s) { return %s; }\n"
        .formatted(
            choice.name(),
            way,
            node.result(),
            node.name(),
            String.join(", ", parameters),
            node.call(read(node)));
  }

  private static String split(List<Node> parts) {
    Node first = parts.get(0);
    return """
    record Of%s(%s) {}
    @Node @Split static Of%s from%s(%s) { return new Of%s(%s); }
    """
        .formatted(
            first.name(),
            parts.stream().map(each -> each.kind().java + " " + each.name()).collect(joining(", ")),
            first.name(),
            first.name(),
            String.join(", ", parameters(first)),
            first.name(),
            parts.stream().map(each -> each.call(read(first))).collect(joining(", ")));
  }

  private static String node(Node node) {
    String text =
        "@Node%s static %s%s %s(%s) { return %s; }\n"
            .formatted(
                switch (node.gives()) {
                  case LATER -> "(version = 1)";
                  case WAITING -> "(blocking = true)";
                  default -> "";
                },
                variables(node.form().variables),
                node.result(),
                node.name(),
                String.join(", ", parameters(node)),
                node.call(read(node)));
    return node.twin().isEmpty() ? text : text + TwinSpelling.twin(node);
  }

  /** Returns what a node hands on. */
  private static String read(Node node) {
    return node.reads().stream().map(read -> ", " + read.name()).collect(joining());
  }

  private static List<String> parameters(Node node) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < node.reads().size(); i++) {
      Read read = node.reads().get(i);
      String orElse = read.orElse().isEmpty() ? "" : "@Default(\"" + read.orElse() + "\") ";
      parameters.add(orElse + node.parameter(i) + " " + read.name());
    }
    return parameters;
  }

  /** Returns type variables as they stand before a result. */
  static String variables(String variables) {
    return variables.isEmpty() ? "" : variables + " ";
  }
}
