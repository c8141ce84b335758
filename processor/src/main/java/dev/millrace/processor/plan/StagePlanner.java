package dev.millrace.processor.plan;

import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Region.ItemStep;
import dev.millrace.processor.plan.Stage.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the steps that run for each item into stages: each into the first of its kind that comes
 * after what it reads, and what has effects after what had some before.
 *
 * <p>All that reads resources is in one stage, and what lies between with it: a run has one
 * instance of what runs do not share, and two stages would use it at once. Calls that end by
 * themselves are begun in one stage and waited for in the next, so that many are under way.
 */
final class StagePlanner {
  private final List<Kind> kinds = new ArrayList<>();
  private final List<List<ItemStep>> stages = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private int ordered = -1;

  private StagePlanner() {}

  /** Returns the stages of steps that are in an order in which they can run; at least one. */
  static List<Stage> plan(List<ItemStep> steps) {
    StagePlanner planner = new StagePlanner();
    int first = 0;
    int end = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (readsResource(steps.get(i).step())) {
        first = end == 0 ? i : first;
        end = i + 1;
      }
    }
    boolean isOneCall = end - first == 1 && steps.get(first).isStarted();
    List<ItemStep> device = isOneCall ? List.of() : steps.subList(first, end);
    for (int i = 0; i < steps.size(); i++) {
      ItemStep step = steps.get(i);
      if (i == first && !device.isEmpty()) {
        planner.device(device);
      }
      if (!device.contains(step)) {
        planner.add(step);
      }
    }
    return planner.result();
  }

  private List<Stage> result() {
    if (stages.isEmpty()) {
      return List.of(new Stage(Kind.COMPUTE, List.of()));
    }
    List<Stage> result = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      result.add(new Stage(kinds.get(i), stages.get(i)));
    }
    return result;
  }

  private void device(List<ItemStep> steps) {
    boolean isPure = steps.stream().allMatch(item -> isPure(item.step()));
    int from = steps.stream().mapToInt(item -> lastRead(item.step())).max().orElse(0);
    int place =
        isPure
            ? find(Kind.DEVICE, from)
            : (ordered = find(Kind.ORDERED_DEVICE, Math.max(from, ordered)));
    steps.forEach(item -> put(item, place));
  }

  private void add(ItemStep item) {
    Step step = item.step();
    int from = lastRead(step);
    if (item.isStarted()) {
      boolean isPure = isPure(step);
      int after = isPure ? 0 : ordered + 1;
      int start = find(Kind.START, Math.max(after, readsSteps(step) ? from + 1 : 0));
      if (start + 1 == stages.size()) {
        open(Kind.JOIN);
      }
      stages.get(start).add(item);
      put(item, start + 1);
      ordered = isPure ? ordered : start + 1;
    } else if (!isPure(step)) {
      ordered = find(Kind.ORDERED, Math.max(from, ordered));
      put(item, ordered);
    } else {
      put(item, find(waits(step) ? Kind.DEVICE : Kind.COMPUTE, from));
    }
  }

  private void put(ItemStep item, int stage) {
    stages.get(stage).add(item);
    places.put(item.step().name(), stage);
  }

  /** Returns the first stage of a kind from one on, which may be a new one. */
  private int find(Kind kind, int from) {
    for (int i = from; i < stages.size(); i++) {
      if (kinds.get(i) == kind) {
        return i;
      }
    }
    return open(kind);
  }

  private int open(Kind kind) {
    kinds.add(kind);
    stages.add(new ArrayList<>());
    return stages.size() - 1;
  }

  /** Returns the stage in which the last of what a step reads is there. */
  private int lastRead(Step step) {
    return step.arguments().stream()
        .mapToInt(argument -> places.getOrDefault(argument.name(), 0))
        .max()
        .orElse(0);
  }

  private boolean readsSteps(Step step) {
    return step.arguments().stream().anyMatch(argument -> places.containsKey(argument.name()));
  }

  private static boolean readsResource(Step step) {
    return step.arguments().stream().anyMatch(each -> each.given() instanceof TypeRef.Held);
  }

  private static boolean waits(Step step) {
    return step instanceof Step.Use use
        ? use.region().steps().stream().anyMatch(StagePlanner::waits)
        : step instanceof Step.Call call && call.node().traits().isAsynchronous();
  }

  /** Returns whether nothing that a step runs has effects. */
  static boolean isPure(Step step) {
    if (step instanceof Step.Use use) {
      return use.region().steps().stream().allMatch(StagePlanner::isPure);
    }
    return !(step instanceof Step.Call call) || call.node().traits().isPure();
  }
}
