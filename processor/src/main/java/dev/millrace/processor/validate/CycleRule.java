package dev.millrace.processor.validate;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Choice;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Outputs that need each other: the shortest loop, drawn hop by hop, on its first method. */
final class CycleRule implements GraphRule {
  @Override
  public boolean holdsForParts() {
    return true;
  }

  @Override
  public void check(Graph graph, Problems problems) {
    Set<String> reported = new HashSet<>();
    for (Producer producer : graph.producers().values()) {
      if (reported.contains(producer.name())) {
        continue;
      }
      List<Producer> loop = shortestLoop(graph, producer);
      if (!loop.isEmpty() && loop.stream().noneMatch(each -> reported.contains(each.name()))) {
        List<Producer> hops = hops(loop);
        problems.add(Message.CYCLE, hops.get(0).member().origin(), draw(hops));
        loop.forEach(each -> reported.add(each.name()));
      }
    }
  }

  /** Breadth first along what is read, from the producer back to itself. */
  private static List<Producer> shortestLoop(Graph graph, Producer start) {
    Map<String, @Nullable Producer> cameFrom = new HashMap<>();
    Deque<Producer> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      Producer current = queue.remove();
      for (Read read : current.reads()) {
        Producer next = graph.producers().get(read.name());
        if (next == null) {
          continue;
        }
        if (next.name().equals(start.name())) {
          return path(start, current, cameFrom);
        }
        if (!cameFrom.containsKey(next.name())) {
          cameFrom.put(next.name(), current);
          queue.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<Producer> path(
      Producer start, Producer last, Map<String, @Nullable Producer> cameFrom) {
    List<Producer> path = new ArrayList<>();
    Producer current = last;
    while (current != null && !current.name().equals(start.name())) {
      path.add(current);
      current = cameFrom.get(current.name());
    }
    path.add(start);
    Collections.reverse(path);
    return path;
  }

  /** The producers that are methods of their own: a choice and what it chooses are one. */
  private static List<Producer> hops(List<Producer> loop) {
    List<Producer> hops = new ArrayList<>();
    for (int i = 0; i < loop.size(); i++) {
      Producer next = loop.get((i + 1) % loop.size());
      if (!(loop.get(i) instanceof Choice choice && chooses(choice, next))) {
        hops.add(loop.get(i));
      }
    }
    return hops;
  }

  private static boolean chooses(Choice choice, Producer variant) {
    return choice.member().variants().stream()
        .anyMatch(each -> each.value().equals(variant.name()));
  }

  private static String draw(List<Producer> loop) {
    StringBuilder drawing = new StringBuilder();
    for (int i = 0; i < loop.size(); i++) {
      Producer next = loop.get((i + 1) % loop.size());
      drawing
          .append("\n    \"")
          .append(loop.get(i).member().told())
          .append("\", by ")
          .append(loop.get(i).member().display())
          .append(", reads \"")
          .append(next.member().told())
          .append('"');
    }
    return drawing.toString();
  }
}
