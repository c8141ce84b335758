package dev.millrace.processor.property;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.property.Spec.Node;
import dev.millrace.processor.property.Spec.Read;
import dev.millrace.processor.property.Spec.Scope;
import java.util.ArrayList;
import java.util.List;

/** Writes a pipeline as a developer would. */
final class Spelling {
  private Spelling() {}

  /** Returns the source, whose {@code main} runs it. */
  static String source(String inPackage, Graph graph) {
    return """
    package %s;
    import dev.millrace.*;
    import dev.millrace.processor.property.Mix;
    import java.util.*;
    @Pipeline
    interface P {
    %s
      static Object run(List<Object> given) {
        PPipeline.Inputs inputs = PPipeline.given()%s;
        PPipeline pipeline = PPipeline.builder().build();
        PPipeline.Outputs all = pipeline.run(inputs);
        return List.of(List.of(%s), List.of(%s));
      }
      static Object twice(List<Object> given, List<Object> again) {
        PPipeline.Over over = PPipeline.over(PPipeline.given()%s)%s;
        PPipeline pipeline = PPipeline.builder().build();
        List<Object> runs = new ArrayList<>();
        for (PPipeline.Outputs all : pipeline.run(over).values()) {
          runs.add(List.of(%s));
        }
        return List.of(runs, List.of(%s));
      }
    }
    """
        .formatted(
            inPackage,
            members(graph.scope()),
            given(graph),
            each(graph, "all.%s()"),
            each(graph, "pipeline.%s(inputs)"),
            given(graph),
            varied(graph),
            each(graph, "all.%s()"),
            each(graph, "pipeline.%s(over).values()"));
  }

  private static String each(Graph graph, String expression) {
    return graph.scope().members().stream()
        .map(member -> expression.formatted(member.name()))
        .collect(joining(", "));
  }

  /** Returns the inputs that are not the same in a second run, each in turn. */
  static List<Spec.Input> varying(Graph graph) {
    List<String> read = new ArrayList<>();
    collectReads(graph.scope(), read);
    return graph.inputs().stream()
        .filter(input -> input.other().isPresent() && read.contains(input.name()))
        .toList();
  }

  private static String varied(Graph graph) {
    return varying(graph).stream()
        .map(
            input ->
                ".each%s(List.of(Mix.<%s>given(given, %d), Mix.<%s>given(again, %d)))"
                    .formatted(
                        Character.toUpperCase(input.name().charAt(0)) + input.name().substring(1),
                        input.kind().boxed,
                        graph.inputs().indexOf(input),
                        input.kind().boxed,
                        graph.inputs().indexOf(input)))
        .collect(joining());
  }

  private static String given(Graph graph) {
    List<String> read = new ArrayList<>();
    collectReads(graph.scope(), read);
    StringBuilder given = new StringBuilder();
    for (int i = 0; i < graph.inputs().size(); i++) {
      Spec.Input input = graph.inputs().get(i);
      if (read.contains(input.name())) {
        given.append(
            ".%s(Mix.<%s>given(given, %d))".formatted(input.name(), input.kind().boxed, i));
      }
    }
    if (read.contains(Graph.WAY)) {
      given.append(
          ".%s(Mix.<Mix.Way>given(given, %d))".formatted(Graph.WAY, graph.inputs().size()));
    }
    return given.toString();
  }

  /** What only members read that no output needs is no input. */
  private static void collectReads(Scope scope, List<String> read) {
    for (Spec member : scope.members()) {
      collectReads(member, List.of(scope), read);
    }
  }

  /**
   * @param scopes the member's own scope, then those around it
   */
  private static void collectReads(Spec member, List<Scope> scopes, List<String> read) {
    if (member instanceof Node node) {
      node.reads().forEach(each -> reading(each.name(), scopes, read));
    } else if (member instanceof Spec.Choice choice) {
      reading(Graph.WAY, scopes, read);
      collectReads(choice.up(), scopes, read);
      collectReads(choice.down(), scopes, read);
    } else if (member instanceof Spec.Map map) {
      reading(map.over(), scopes, read);
      List<Scope> inside = new ArrayList<>(List.of(map.body()));
      inside.addAll(scopes);
      collectReads(map.output(), inside, read);
    }
  }

  /** A name means the member of the nearest scope that has one. */
  private static void reading(String name, List<Scope> scopes, List<String> read) {
    if (read.contains(name)) {
      return; // no two things of a graph share a name
    }
    read.add(name);
    for (int i = 0; i < scopes.size(); i++) {
      for (Spec member : scopes.get(i).members()) {
        if (member.name().equals(name)) {
          collectReads(member, scopes.subList(i, scopes.size()), read);
          return;
        }
      }
    }
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
        "@Node static %s %s %s(%s) { return Mix.%s(%d%s); }\n"
            .formatted(
                node.form().variables,
                node.result(),
                node.name(),
                String.join(", ", parameters),
                node.mix(),
                node.id(),
                node.reads().stream().map(read -> ", " + read.name()).collect(joining()));
    return node.twin().isEmpty() ? text : text + twin(node);
  }

  /**
   * The twin takes the first mapped parameter's size, and calls the same function for each; its
   * type variables have names of their own.
   */
  private static String twin(Node node) {
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    String size = "";
    for (int i = 0; i < node.reads().size(); i++) {
      Read read = node.reads().get(i);
      boolean mapped = node.twin().get(i);
      String type = mapped ? "List<" + node.boxedParameter(i) + ">" : node.parameter(i);
      parameters.add(ofTwin(node, type) + " " + read.name());
      arguments.add(", " + read.name() + (mapped ? ".get(i)" : ""));
      size = mapped && size.isEmpty() ? read.name() + ".size()" : size;
    }
    String result = ofTwin(node, node.boxedResult());
    return """
    @Batch static %s List<%s> %s(%s) {
      var results = new java.util.ArrayList<%s>();
      for (int i = 0; i < %s; i++) {
        results.add(Mix.%s(%d%s));
      }
      return results;
    }
    """
        .formatted(
            ofTwin(node, node.form().variables),
            result,
            node.name(),
            String.join(", ", parameters),
            result,
            size,
            node.mix(),
            node.id(),
            String.join("", arguments));
  }

  private static String ofTwin(Node node, String type) {
    return node.form() == Form.PLAIN ? type : Form.renamed(type);
  }
}
