package dev.millrace.processor.plan;

import dev.millrace.processor.model.Lift;
import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Splits a nested use into what runs once and what runs for each item. */
final class RegionPlanner {
  private final Planner planner;

  RegionPlanner(Planner planner) {
    this.planner = planner;
  }

  Region plan(NestedCall nested, Map<String, TypeRef> around) {
    Map<String, TypeRef> scope = new LinkedHashMap<>();
    List<Region.Value> values = values(nested, around, scope);
    Set<String> varying = new LinkedHashSet<>();
    values.stream().filter(Region.Value::each).forEach(value -> varying.add(value.name()));
    List<Producer> cone = nested.inner().cones(nested.outputs());
    cone.forEach(each -> scope.put(each.name(), each.type()));

    List<Step> constant = new ArrayList<>();
    List<Region.ItemStep> perItem = new ArrayList<>();
    Set<TypeRef> thrown = new HashSet<>();
    for (Producer producer : cone) {
      Step step = planner.step(producer, scope);
      thrown.addAll(step.thrown());
      if (producer.reads().stream().map(Read::name).noneMatch(varying::contains)) {
        constant.add(step);
      } else {
        varying.add(producer.name());
        boolean twinned = step instanceof Step.Call call && call.node().twin().isPresent();
        String obstacle = twinned ? obstacle((Step.Call) step, varying) : "";
        boolean batched = twinned && obstacle.isEmpty();
        perItem.add(new Region.ItemStep(step, batched, obstacle, runsTogether(step, varying)));
        if (batched) {
          ((Step.Call) step).node().twin().ifPresent(twin -> thrown.addAll(twin.thrown()));
        }
      }
    }
    List<Step> steps = new ArrayList<>(constant);
    perItem.forEach(item -> steps.add(item.step()));
    List<Region.Output> outputs = outputs(nested);
    return new Region(
        values,
        Overlap.order(constant),
        perItem,
        nested.isMapped() ? StagePlanner.plan(perItem) : List.of(),
        varying,
        guarded(steps, outputs),
        outputs,
        new Region.Shape(
            nested.isMapped(),
            nested.member().product(),
            nested.isSoft(),
            nested.member().flatten()),
        thrown.stream().sorted(Comparator.comparing(TypeRef::qualified)).toList());
  }

  /** Returns what the use is given, and puts what that is inside into its scope. */
  private static List<Region.Value> values(
      NestedCall nested, Map<String, TypeRef> around, Map<String, TypeRef> scope) {
    List<Region.Value> values = new ArrayList<>();
    for (NestedModel.Parameter parameter : nested.member().parameters()) {
      TypeRef inner = Planner.innerType(parameter);
      if (!parameter.each() && around.get(parameter.name()) instanceof TypeRef.Held held) {
        scope.put(parameter.inner(), held);
        values.add(new Region.Value(parameter.inner(), false, held, held, false));
        continue;
      }
      scope.put(parameter.inner(), inner);
      values.add(
          new Region.Value(
              parameter.inner(),
              parameter.each(),
              parameter.type().plain(),
              inner.plain(),
              inner.isNullable()));
    }
    for (Input input : nested.inner().inputs()) {
      TypeRef type = around.get(input.name()) instanceof TypeRef.Held held ? held : input.type();
      scope.put(input.name(), type);
      values.add(
          new Region.Value(input.name(), false, type.plain(), type.plain(), type.isNullable()));
    }
    return values;
  }

  private static List<Region.Output> outputs(NestedCall nested) {
    List<Region.Output> outputs = new ArrayList<>();
    for (int i = 0; i < nested.outputs().size(); i++) {
      Producer output = nested.outputs().get(i);
      outputs.add(
          new Region.Output(
              output.name(),
              output.type().plain(),
              nested.declared().get(i).plain(),
              output.type().isNullable()));
    }
    return outputs;
  }

  /** The steps that every way to is through a variant. */
  private static Map<String, List<Reach>> guarded(List<Step> steps, List<Region.Output> outputs) {
    Set<String> always = new HashSet<>();
    outputs.forEach(output -> always.add(output.name()));
    Map<String, List<Reach>> reaches = Reach.of(steps);
    Map<String, List<Reach>> guarded = new HashMap<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      List<Reach> ways = reaches.getOrDefault(step.name(), List.of());
      boolean needed =
          ways.stream()
              .anyMatch(way -> way.chosen().isEmpty() && always.contains(way.reader().name()));
      if (always.contains(step.name()) || needed) {
        always.add(step.name());
      } else {
        guarded.put(step.name(), ways);
      }
    }
    return guarded;
  }

  /**
   * Whether the lists of many items may be mapped over at once: nothing else that the use is given
   * differs from item to item, and nothing has effects, whose order would.
   */
  private static boolean runsTogether(Step step, Set<String> varying) {
    if (!(step instanceof Step.Use use)
        || !use.region().isMapped()
        || use.region().shape().product()
        || !StagePlanner.isPure(use)) {
      return false;
    }
    List<Region.Value> values = use.region().values();
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).each() && varying.contains(use.arguments().get(i).name())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Why the twin cannot stand in, or empty: what it takes once must be the same for all items, and
   * what it takes as a list must have the elements that the list declares.
   */
  private String obstacle(Step.Call call, Set<String> varying) {
    NodeModel node = call.node();
    Twin twin = node.twin().orElseThrow();
    int receiver = node.method().isStatic() ? 0 : 1;
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      boolean mapped = i >= receiver && twin.mapped().get(i - receiver);
      if (!mapped && varying.contains(argument.name())) {
        return "its twin takes " + argument.name() + " once, which varies";
      }
      if (mapped
          && (argument.lift() != Lift.NONE
              || !planner.isAssignable(
                  argument.given().opened().boxed(), argument.wanted().boxed()))) {
        return "its twin takes a list of "
            + argument.wanted().boxed()
            + ", and "
            + argument.name()
            + " is "
            + argument.given();
      }
    }
    return "";
  }
}
