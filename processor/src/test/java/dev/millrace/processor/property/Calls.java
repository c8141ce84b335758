package dev.millrace.processor.property;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.property.Spec.Node;
import dev.millrace.processor.property.Spec.Scope;
import java.util.ArrayList;
import java.util.List;

/** Writes the methods that run a pipeline. */
final class Calls {
  private Calls() {}

  /**
   * Returns {@code run}, which runs it once, {@code twice}, which does so over two inputs, and
   * {@code by}, which runs it by an engine.
   */
  static String source(String name, Graph graph) {
    return """
      static Object run(List<Object> given) {
        PPipeline.Inputs inputs = PPipeline.given()%s;
        PPipeline pipeline = PPipeline.builder().build();
        PPipeline.Outputs all = pipeline.run(inputs);
        return List.of(Arrays.asList(%s), Arrays.asList(%s));
      }
      static Object twice(List<Object> given, List<Object> again) {
        PPipeline.Over over = PPipeline.over(PPipeline.given()%s)%s;
        PPipeline pipeline = PPipeline.builder().build();
        List<Object> runs = new ArrayList<>();
        for (PPipeline.Outputs all : pipeline.run(over).values()) {
          runs.add(Arrays.asList(%s));
        }
        return List.of(runs, Arrays.asList(%s));
      }
      static Object by(
          List<Object> given,
          dev.millrace.runtime.Engine engine,
          int chunkRows,
          int lanes,
          boolean batchTwins) {
        try (PPipeline pipeline =
            PPipeline.builder()
                .engine(engine)
                .chunkRows(chunkRows)
                .lanes(lanes)
                .batchTwins(batchTwins)
                .build()) {
          PPipeline.Outputs all = pipeline.run(PPipeline.given()%s);
          return Arrays.asList(%s);
        }
      }
    """
        .replace("PPipeline", name + "Pipeline")
        .formatted(
            given(graph),
            each(graph, "all.%s()"),
            each(graph, "pipeline.%s(inputs)"),
            given(graph),
            varied(graph),
            each(graph, "all.%s()"),
            each(graph, "pipeline.%s(over).values()"),
            given(graph),
            each(graph, "all.%s()"));
  }

  /** Returns the names of all that is read by something: no other input is one. */
  static List<String> read(Graph graph) {
    List<String> read = new ArrayList<>();
    collectReads(graph.scope(), read);
    return read;
  }

  private static String each(Graph graph, String expression) {
    return graph.scope().members().stream()
        .map(member -> expression.formatted(member.name()))
        .collect(joining(", "));
  }

  /** Returns the inputs that are not the same in a second run, each in turn. */
  static List<Spec.Input> varying(Graph graph) {
    List<String> read = read(graph);
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
    List<String> read = read(graph);
    StringBuilder given = new StringBuilder();
    for (int i = 0; i < graph.inputs().size(); i++) {
      Spec.Input input = graph.inputs().get(i);
      if (read.contains(input.name()) && !input.isLeftOut()) {
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
    } else if (member instanceof Spec.Part part) {
      collectReads(part.value(), scopes, read);
    } else if (member instanceof Spec.Choice choice) {
      reading(Graph.WAY, scopes, read);
      collectReads(choice.up(), scopes, read);
      collectReads(choice.down(), scopes, read);
    } else if (member instanceof Spec.Map map) {
      map.passes().forEach(pass -> reading(pass.name(), scopes, read));
      List<Scope> inside = new ArrayList<>(List.of(map.body().scope()));
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
}
