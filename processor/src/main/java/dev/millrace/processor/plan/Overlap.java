package dev.millrace.processor.plan;

import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How asynchronous nodes overlap on one thread: each is started as soon as what it reads is there,
 * and waited for where it is first read, or where another needs what one call at a time may use.
 * What leads to such a node comes before what does not, and what need not wait before what must;
 * else the order is as it was.
 */
public final class Overlap {
  private Overlap() {}

  /** What is done at one place of a straight line. */
  public sealed interface Moment {
    Step step();
  }

  /** A step is computed. */
  public record Whole(Step step) implements Moment {}

  /** An asynchronous node is started. */
  public record Start(Step.Call step) implements Moment {}

  /** The value of such a node is waited for. */
  public record Join(Step.Call step) implements Moment {}

  /**
   * Returns the steps in the order in which most of them overlap, given one in which they can run.
   */
  public static List<Step> order(List<Step> steps) {
    if (steps.stream().noneMatch(Step::isAsync)) {
      return List.copyOf(steps);
    }
    Set<String> leading = leading(steps);
    Map<String, Step> left = new LinkedHashMap<>();
    steps.forEach(step -> left.put(step.name(), step));
    Set<String> pending = new HashSet<>();
    List<Step> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Step next = next(left, pending, leading);
      left.remove(next.name());
      next.arguments().forEach(argument -> pending.remove(argument.name()));
      if (next.isAsync()) {
        pending.add(next.name());
      }
      ordered.add(next);
    }
    return ordered;
  }

  private static Step next(Map<String, Step> left, Set<String> pending, Set<String> leading) {
    Map<Integer, Step> best = new HashMap<>();
    for (Step step : left.values()) {
      List<String> reads = names(step);
      if (reads.stream().noneMatch(left::containsKey)) {
        int waits = reads.stream().anyMatch(pending::contains) ? 2 : 0;
        best.putIfAbsent(waits + (leading.contains(step.name()) ? 0 : 1), step);
      }
    }
    return best.entrySet().stream()
        .min(Map.Entry.comparingByKey())
        .orElseThrow(() -> new IllegalStateException("a cycle: " + left.keySet()))
        .getValue();
  }

  /** The asynchronous nodes, and what they need. */
  private static Set<String> leading(List<Step> steps) {
    Set<String> leading = new HashSet<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step.isAsync() || leading.contains(step.name())) {
        leading.add(step.name());
        step.arguments().forEach(argument -> leading.add(argument.name()));
      }
    }
    return leading;
  }

  /** Returns what is done, one after the other, for steps that run in this order. */
  public static List<Moment> moments(List<Step> steps) {
    Map<String, Step.Call> pending = new LinkedHashMap<>();
    List<Moment> moments = new ArrayList<>();
    for (Step step : steps) {
      Set<String> first = new LinkedHashSet<>(names(step));
      pending.values().stream()
          .filter(started -> shareOne(started, step))
          .forEach(started -> first.add(started.name()));
      for (String name : first) {
        Step.Call started = pending.remove(name);
        if (started != null) {
          moments.add(new Join(started));
        }
      }
      if (step instanceof Step.Call call && call.isAsync()) {
        pending.put(step.name(), call);
        moments.add(new Start(call));
      } else {
        moments.add(new Whole(step));
      }
    }
    pending.values().forEach(started -> moments.add(new Join(started)));
    return moments;
  }

  /** Returns whether both read what one call at a time may use. */
  private static boolean shareOne(Step one, Step other) {
    return one.arguments().stream()
        .anyMatch(
            read ->
                read.given() instanceof TypeRef.Held held
                    && held.perWorker()
                    && names(other).contains(read.name()));
  }

  private static List<String> names(Step step) {
    return step.arguments().stream().map(Argument::name).toList();
  }
}
