package dev.millrace.processor.plan;

import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Splits a nested use into what runs once and what runs for each item. */
final class RegionPlanner {
  private final TypeSystem types;
  private final Planner planner;

  RegionPlanner(TypeSystem types, Planner planner) {
    this.types = types;
    this.planner = planner;
  }

  Region plan(NestedCall nested) {
    List<Region.Value> values = values(nested);
    Map<String, TypeRef> scope = new LinkedHashMap<>();
    Set<String> varying = new LinkedHashSet<>();
    for (Region.Value value : values) {
      scope.put(value.name(), value.inner());
      if (value.each()) {
        varying.add(value.name());
      }
    }
    Producer output = nested.output().orElseThrow();
    List<Producer> cone = nested.inner().cone(output);
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
        perItem.add(new Region.ItemStep(step, batched, obstacle));
        if (batched) {
          ((Step.Call) step).node().twin().ifPresent(twin -> thrown.addAll(twin.thrown()));
        }
      }
    }
    return new Region(
        values,
        constant,
        perItem,
        varying,
        output.name(),
        output.type(),
        thrown.stream().sorted(Comparator.comparing(TypeRef::qualified)).toList());
  }

  private static List<Region.Value> values(NestedCall nested) {
    List<Region.Value> values = new ArrayList<>();
    for (NestedModel.Parameter parameter : nested.member().parameters()) {
      values.add(
          new Region.Value(
              parameter.inner(), parameter.each(), parameter.type(), Planner.innerType(parameter)));
    }
    for (Input input : nested.inner().inputs()) {
      values.add(new Region.Value(input.name(), false, input.type(), input.type()));
    }
    return values;
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
      if (mapped && !types.isAssignable(argument.given().boxed(), argument.wanted().boxed())) {
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
