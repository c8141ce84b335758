package dev.millrace.processor.plan;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KeyPolicy;
import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.KeyTypes;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.PathKey;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.resolve.KeyedNames;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans what a pipeline's cache is told of it. */
public final class WorkPlanner {
  private final TypeSystem types;
  private final KeyTypes keys;

  public WorkPlanner(TypeSystem types, KeyTypes keys) {
    this.types = types;
    this.keys = keys;
  }

  /** Returns the plan of a pipeline. */
  public WorkPlan plan(ExecutionPlan plan) {
    Places places = new Places(Set.of());
    List<WorkPlan.Work> works = new ArrayList<>();
    for (ExecutionPlan.Input input : plan.inputs()) {
      places.add(input.name());
      works.add(
          input.isResource()
              ? handle(input)
              : value(plan.steps(), input.name(), input.type(), false, Optional.of(input)));
    }
    addSteps(plan.steps(), Map.of(), true, places, works);
    List<Integer> outputs = plan.outputs().stream().map(step -> places.of(step.name())).toList();
    return new WorkPlan(works, outputs, works.size());
  }

  private WorkPlan.Handle handle(ExecutionPlan.Input input) {
    String keyless =
        new KeyedNames(types, keys)
            .withoutHandle(input.type())
            .map(KeyShape.None::toString)
            .orElse("");
    return new WorkPlan.Handle(input.name(), keyless);
  }

  /** Where the values of a scope are, and which of them are computed, here or outside. */
  private static final class Places {
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> computed;

    Places(Set<String> computedOutside) {
      this.computed = new HashSet<>(computedOutside);
    }

    void add(String name) {
      places.put(name, places.size());
    }

    int of(String name) {
      return places.get(name);
    }
  }

  private void addSteps(
      List<Step> steps,
      Map<String, Region.ItemStep> items,
      boolean mayBeGiven,
      Places places,
      List<WorkPlan.Work> works) {
    for (Step step : steps) {
      Optional<KeyShape> shape =
          mayBeGiven && step.member().isOutput() || isCut(step)
              ? Optional.of(shape(steps, step.name(), step.type()))
              : Optional.empty();
      works.add(work(step, items.get(step.name()), steps, shape, places));
      places.add(step.name());
      places.computed.add(step.name());
    }
  }

  private static boolean isCut(Step step) {
    return step instanceof Step.Call call
        && (!call.node().traits().isPure() || call.node().traits().cutOff());
  }

  private WorkPlan.Work work(
      Step step,
      Region.@Nullable ItemStep item,
      List<Step> steps,
      Optional<KeyShape> shape,
      Places places) {
    if (step instanceof Step.Call call) {
      return node(call, item, steps, shape, places);
    }
    List<Integer> reads =
        step.arguments().stream().map(argument -> places.of(argument.name())).toList();
    return step instanceof Step.Use use
        ? new WorkPlan.Use(use, inner(use, places), reads, shape)
        : new WorkPlan.Part(step, reads, shape);
  }

  private WorkPlan.Node node(
      Step.Call call,
      Region.@Nullable ItemStep item,
      List<Step> steps,
      Optional<KeyShape> shape,
      Places places) {
    List<Integer> reads = new ArrayList<>();
    List<Integer> unkeyed = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    String keyless = "";
    for (Port port : call.node().ports()) {
      KeyPolicy policy = port.keying().policy();
      if (policy == KeyPolicy.IGNORE) {
        ignored.add(port.parameter());
        unkeyed.add(places.of(port.name()));
        continue;
      }
      if (policy == KeyPolicy.IDENTITY && places.computed.contains(port.name())) {
        keyless =
            "\"" + port.name() + "\" is computed, and which object it is, is not known before";
      }
      reads.add(places.of(port.name()));
    }
    return new WorkPlan.Node(
        call, reads, unkeyed, ignored, keyless, isCostly(call, item, steps), shape);
  }

  /** A twin, what waits, what uses resources, and what collects what others gave. */
  private static boolean isCostly(
      Step.Call call, Region.@Nullable ItemStep item, List<Step> steps) {
    Set<String> uses =
        steps.stream()
            .filter(Step.Use.class::isInstance)
            .map(Step::name)
            .collect(Collectors.toSet());
    return item != null && item.batched()
        || call.node().traits().isAsynchronous()
        || call.arguments().stream()
            .anyMatch(each -> each.given() instanceof TypeRef.Held || uses.contains(each.name()));
  }

  private WorkPlan inner(Step.Use use, Places outside) {
    Region region = use.region();
    Set<String> computed = new HashSet<>();
    for (int i = 0; i < region.values().size(); i++) {
      Region.Value value = region.values().get(i);
      if (!value.each() && outside.computed.contains(use.arguments().get(i).name())) {
        computed.add(value.name());
      }
    }
    Places places = new Places(computed);
    List<WorkPlan.Work> works = new ArrayList<>();
    List<Step> steps = region.steps();
    for (Region.Value value : region.values()) {
      places.add(value.name());
      works.add(
          value.each()
              ? value(steps, value.name(), value.inner(), true, Optional.empty())
              : new WorkPlan.Outer(value.name()));
    }
    Map<String, Region.ItemStep> items = new HashMap<>();
    region.perItem().forEach(each -> items.put(each.step().name(), each));
    addSteps(steps, items, false, places, works);
    List<Integer> outputs =
        region.outputs().stream().map(output -> places.of(output.name())).toList();
    return new WorkPlan(works, outputs, region.values().size() + region.constant().size());
  }

  private WorkPlan.Value value(
      List<Step> steps,
      String name,
      TypeRef type,
      boolean each,
      Optional<ExecutionPlan.Input> input) {
    List<Port> readers = new ArrayList<>();
    readers(steps, name, readers);
    Set<KeyPolicy> policies = EnumSet.noneOf(KeyPolicy.class);
    readers.forEach(reader -> policies.add(reader.keying().policy()));
    boolean isByValue = policies.contains(KeyPolicy.AUTO);
    return new WorkPlan.Value(
        name,
        type,
        isByValue ? Optional.of(shape(steps, name, type)) : Optional.empty(),
        each,
        isByValue,
        policies.contains(KeyPolicy.IDENTITY),
        isMapped(steps, name),
        input);
  }

  /** Returns whether a nested use maps over a value, be it within another. */
  private static boolean isMapped(List<Step> steps, String name) {
    return steps.stream()
        .filter(Step.Use.class::isInstance)
        .map(Step.Use.class::cast)
        .anyMatch(use -> isMapped(use, name));
  }

  private static boolean isMapped(Step.Use use, String name) {
    for (int i = 0; i < use.arguments().size(); i++) {
      Region.Value value = use.region().values().get(i);
      if (use.arguments().get(i).name().equals(name)
          && (value.each() || isMapped(use.region().steps(), value.name()))) {
        return true;
      }
    }
    return false;
  }

  /** Adds the parameters of pure nodes that read a value, be it through nested uses. */
  private static void readers(List<Step> steps, String name, List<Port> readers) {
    for (Step step : steps) {
      if (step instanceof Step.Call call && call.node().traits().isPure()) {
        call.node().ports().stream().filter(port -> port.name().equals(name)).forEach(readers::add);
      } else if (step instanceof Step.Use use) {
        for (int i = 0; i < use.arguments().size(); i++) {
          if (use.arguments().get(i).name().equals(name)) {
            readers(use.region().steps(), use.region().values().get(i).name(), readers);
          }
        }
      }
    }
  }

  private KeyShape shape(List<Step> steps, String name, TypeRef type) {
    TypeRef value = type.nonNull();
    ClassRef resource = KnownTypes.RESOURCE;
    if (types.stateful(value).isPresent() || types.asSuper(value, resource).isPresent()) {
      return new KeyShape.None(List.of(), "it is a resource that a node has opened");
    }
    List<Port> readers = new ArrayList<>();
    readers(steps, name, readers);
    Set<PathKey> said = EnumSet.noneOf(PathKey.class);
    for (Port reader : readers) {
      if (reader.keying().paths() != PathKey.UNSAID) {
        said.add(reader.keying().paths());
      }
    }
    return said.size() > 1
        ? new KeyShape.None(
            List.of(), "one of its readers says @ByName, and another @ByContent; let them agree")
        : keys.shape(type, said.stream().findFirst().orElse(PathKey.UNSAID));
  }
}
