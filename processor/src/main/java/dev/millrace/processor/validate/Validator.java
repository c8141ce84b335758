package dev.millrace.processor.validate;

import dev.millrace.processor.model.CodecTypes;
import dev.millrace.processor.model.KeyTypes;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.List;

/** Runs every rule over a graph and over the graphs nested in it. */
public final class Validator {
  private final List<GraphRule> rules;

  public Validator(TypeSystem types) {
    this.rules =
        List.of(
            new DuplicateOutputRule(),
            new CycleRule(),
            new TypeMismatchRule(types),
            new NearNameRule(),
            new InputRule(),
            new InputTypesRule(types),
            new NestedNamesRule(),
            new NestedOutputRule(),
            new NestedTypesRule(types),
            new ChoiceRule(types),
            new DefaultRule(),
            new GenericTypesRule(),
            new GenericUnfixedRule());
  }

  /**
   * Returns the problems of a pipeline. Where members of it were left out, what is missing may be
   * one of those, and the rules that speak of what is missing are silent.
   */
  public Problems check(PipelineModel pipeline, Graph graph) {
    Problems problems = new Problems();
    List<GraphRule> sound =
        rules.stream().filter(rule -> pipeline.isComplete() || rule.holdsForParts()).toList();
    check(graph, sound, problems);
    if (pipeline.isComplete()) {
      new Closed(pipeline, problems).check(graph, graph.shownBy(pipeline));
      EachNameRule.check(graph.shownBy(pipeline), problems);
      if (problems.isSound()) {
        UnusedNodeRule.check(pipeline, graph, graph.shownBy(pipeline), problems);
      }
    }
    return problems;
  }

  /** Returns what in a sound pipeline cannot be cached: it has no key, or nothing stores it. */
  public static Problems checkCache(
      PipelineModel pipeline, Graph graph, TypeSystem types, KeyTypes keys, CodecTypes codecs) {
    Problems problems = new Problems();
    new KeyRule(types, keys).check(graph.shownBy(pipeline), problems);
    new CodecRule(codecs).check(graph.shownBy(pipeline), problems);
    return problems;
  }

  private static void check(Graph graph, List<GraphRule> rules, Problems problems) {
    rules.forEach(rule -> rule.check(graph, problems));
    for (Producer producer : graph.producers().values()) {
      if (producer instanceof NestedCall nested) {
        check(nested.inner(), rules, problems);
      }
    }
  }
}
