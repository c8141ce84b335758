package dev.millrace.processor.plan;

import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Orders the steps of a sound graph. */
public final class Planner {
  private final RegionPlanner regions;

  public Planner(TypeSystem types) {
    this.regions = new RegionPlanner(types, this);
  }

  /** Returns the plan of a graph that has no problems. */
  public ExecutionPlan plan(PipelineModel pipeline, Graph graph) {
    Map<String, TypeRef> scope = new LinkedHashMap<>();
    graph.inputs().forEach(input -> scope.put(input.name(), input.type()));
    graph.producers().values().forEach(each -> scope.put(each.name(), each.type()));

    Map<String, Step> steps = new LinkedHashMap<>();
    for (Producer producer : graph.order()) {
      steps.put(producer.name(), step(producer, scope));
    }
    List<Step> outputs = graph.producers().keySet().stream().map(steps::get).toList();
    return new ExecutionPlan(
        pipeline,
        graph.inputs().stream().map(Planner::input).toList(),
        List.copyOf(steps.values()),
        outputs,
        thrownByCone(graph, steps));
  }

  private static ExecutionPlan.Input input(Vertex.Input input) {
    return new ExecutionPlan.Input(
        input.name(), input.type(), input.reads().stream().map(Read::display).distinct().toList());
  }

  /**
   * Returns one step.
   *
   * @param scope the types of the values around it
   */
  Step step(Producer producer, Map<String, TypeRef> scope) {
    if (producer instanceof Call call) {
      return new Step.Call(call.member(), arguments(call.reads(), scope));
    }
    NestedCall nested = (NestedCall) producer;
    Region region = regions.plan(nested);
    return new Step.Use(nested.member(), region, arguments(nested.reads(), scope));
  }

  private static List<Argument> arguments(List<Read> reads, Map<String, TypeRef> scope) {
    List<Argument> arguments = new ArrayList<>();
    for (Read read : reads) {
      TypeRef given = scope.get(read.name());
      if (given == null) {
        throw new IllegalStateException("no value \"" + read.name() + "\" in scope");
      }
      arguments.add(new Argument(read.name(), given, read.type()));
    }
    return arguments;
  }

  private static Map<String, List<TypeRef>> thrownByCone(Graph graph, Map<String, Step> steps) {
    Map<String, Set<TypeRef>> sets = new LinkedHashMap<>();
    Comparator<TypeRef> byName = Comparator.comparing(TypeRef::qualified);
    steps.forEach(
        (name, step) -> {
          Set<TypeRef> thrown = new TreeSet<>(byName);
          thrown.addAll(step.thrown());
          for (Read read : graph.producers().get(name).reads()) {
            thrown.addAll(sets.getOrDefault(read.name(), Set.of()));
          }
          sets.put(name, thrown);
        });
    Map<String, List<TypeRef>> lists = new LinkedHashMap<>();
    sets.forEach((name, thrown) -> lists.put(name, List.copyOf(thrown)));
    return lists;
  }

  /** Returns the elements' type of a parameter that is mapped over, else its own. */
  static TypeRef innerType(NestedModel.Parameter parameter) {
    TypeRef element = parameter.each() ? parameter.type().listElement() : parameter.type();
    return element == null ? parameter.type() : element;
  }
}
