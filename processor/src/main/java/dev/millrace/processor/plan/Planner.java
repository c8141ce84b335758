package dev.millrace.processor.plan;

import dev.millrace.processor.model.Lift;
import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Lifts;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.Choice;
import dev.millrace.processor.resolve.Vertex.Component;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Orders the steps of a sound graph. */
public final class Planner {
  private final TypeSystem types;
  private final Lifts lifts;
  private final RegionPlanner regions;

  public Planner(TypeSystem types) {
    this.types = types;
    this.lifts = new Lifts(types);
    this.regions = new RegionPlanner(this);
  }

  /** Returns the plan of a pipeline whose graph has no problems. */
  public ExecutionPlan plan(PipelineModel pipeline, Graph all) {
    Graph graph = all.shownBy(pipeline);
    List<ExecutionPlan.Input> inputs = inputs(pipeline, graph);
    Map<String, TypeRef> scope = new LinkedHashMap<>();
    for (Vertex.Input input : graph.inputs()) {
      scope.put(
          input.name(),
          types
              .stateful(input.type().nonNull())
              .<TypeRef>map(stateful -> new TypeRef.Held(input.type(), stateful.perWorker()))
              .orElse(input.type()));
    }
    graph.producers().values().forEach(each -> scope.put(each.name(), each.type()));

    Map<String, Step> steps = new LinkedHashMap<>();
    for (Producer producer : graph.order()) {
      steps.put(producer.name(), step(producer, scope));
    }
    return new ExecutionPlan(
        pipeline,
        inputs,
        Overlap.order(List.copyOf(steps.values())),
        outputs(pipeline, graph).stream().map(steps::get).toList(),
        thrownByCone(graph, steps),
        CacheNotes.none());
  }

  private static List<String> outputs(PipelineModel pipeline, Graph graph) {
    List<String> listed = pipeline.closing().map(PipelineModel.Closing::outputs).orElse(List.of());
    return !listed.isEmpty()
        ? listed
        : graph.producers().values().stream()
            .filter(each -> each.member().isOutput())
            .map(Producer::name)
            .toList();
  }

  private List<ExecutionPlan.Input> inputs(PipelineModel pipeline, Graph graph) {
    List<ExecutionPlan.Input> inputs =
        new ArrayList<>(graph.inputs().stream().map(this::input).toList());
    List<String> listed = pipeline.closing().map(PipelineModel.Closing::inputs).orElse(List.of());
    if (!listed.isEmpty()) {
      inputs.sort(Comparator.comparingInt(input -> listed.indexOf(input.name())));
    }
    return Stream.concat(
            inputs.stream().filter(ExecutionPlan.Input::isRequired),
            inputs.stream().filter(input -> !input.isRequired()))
        .toList();
  }

  private ExecutionPlan.Input input(Vertex.Input input) {
    Optional<String> defaultValue =
        input.reads().stream().flatMap(read -> read.defaultValue().stream()).findFirst();
    return new ExecutionPlan.Input(
        input.name(),
        input.type().plain(),
        input.reads().stream().map(Read::display).distinct().toList(),
        defaultValue,
        types.isEnum(input.type().nonNull()),
        input.type().isNullable(),
        types.stateful(input.type().nonNull()));
  }

  /**
   * Returns one step.
   *
   * @param scope the types of the values around it
   */
  Step step(Producer producer, Map<String, TypeRef> scope) {
    if (producer instanceof Call call) {
      return new Step.Call(call.member(), callArguments(call, scope));
    }
    if (producer instanceof Component component) {
      return new Step.Component(component.member(), arguments(component.reads(), scope));
    }
    if (producer instanceof Choice choice) {
      return new Step.Choice(choice.member(), arguments(choice.reads(), scope));
    }
    NestedCall nested = (NestedCall) producer;
    Region region = regions.plan(nested, scope);
    List<Argument> arguments = new ArrayList<>(arguments(nested.reads(), scope));
    for (int i = 0; i < arguments.size(); i++) {
      TypeRef value = region.values().get(i).type();
      if (value instanceof TypeRef.Held) {
        arguments.set(i, new Argument(arguments.get(i).name(), value, value, Lift.NONE));
      }
    }
    return new Step.Use(nested.member(), region, arguments);
  }

  /** A variant's parameter is narrower than what it is wired as: a cast takes it there. */
  private List<Argument> callArguments(Call call, Map<String, TypeRef> scope) {
    List<Argument> arguments = new ArrayList<>(arguments(call.reads(), scope));
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      TypeRef wanted = call.member().ports().get(i).type().plain();
      arguments.set(i, new Argument(argument.name(), argument.given(), wanted, argument.lift()));
    }
    return arguments;
  }

  private List<Argument> arguments(List<Read> reads, Map<String, TypeRef> scope) {
    List<Argument> arguments = new ArrayList<>();
    for (Read read : reads) {
      TypeRef given = scope.get(read.name());
      if (given == null) {
        throw new IllegalStateException("no value \"" + read.name() + "\" in scope");
      }
      TypeRef opened = given instanceof TypeRef.Held held ? held.type() : given;
      Lift lift = lifts.find(opened, read.type()).orElseThrow();
      arguments.add(new Argument(read.name(), given.plain(), read.type().plain(), lift));
    }
    return arguments;
  }

  boolean isAssignable(TypeRef from, TypeRef to) {
    return types.isAssignable(from, to);
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
