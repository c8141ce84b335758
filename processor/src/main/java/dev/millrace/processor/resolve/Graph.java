package dev.millrace.processor.resolve;

import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.resolve.Vertex.Choice;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.Missing;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One scope, wired.
 *
 * @param declared every member of the scope, also those that share a name
 * @param producers by name, in the order of declaration
 * @param bound what the scope was given by name, with its type
 * @param inputs what comes from outside, in the order of first appearance
 */
public record Graph(
    List<Member> declared,
    Map<String, Producer> producers,
    Map<String, TypeRef> bound,
    List<Input> inputs,
    List<Missing> missing) {

  /** Returns a name's producer and all that it needs, in an order in which they can run. */
  public List<Producer> cone(Producer output) {
    return order(List.of(output));
  }

  /** Returns some producers and all that they need, in an order in which they can run. */
  public List<Producer> cones(Collection<Producer> outputs) {
    return order(outputs);
  }

  /** Returns all producers in an order in which they can run: what a node needs comes before it. */
  public List<Producer> order() {
    return order(producers.values());
  }

  private List<Producer> order(Collection<Producer> roots) {
    Set<String> seen = new LinkedHashSet<>();
    List<Producer> ordered = new ArrayList<>();
    for (Producer root : roots) {
      visit(root, seen, ordered);
    }
    return ordered;
  }

  private void visit(Producer producer, Set<String> seen, List<Producer> ordered) {
    if (!seen.add(producer.name())) {
      return;
    }
    for (Read read : producer.reads()) {
      Producer needed = producers.get(read.name());
      if (needed != null) {
        visit(needed, seen, ordered);
      }
    }
    ordered.add(producer);
  }

  /** Returns what a pipeline's outputs need: everything, unless it is closed. */
  public Graph shownBy(PipelineModel pipeline) {
    List<String> outputs = pipeline.closing().map(PipelineModel.Closing::outputs).orElse(List.of());
    return outputs.isEmpty()
        ? this
        : restrictedTo(
            cones(outputs.stream().map(producers::get).filter(Objects::nonNull).toList()));
  }

  /** Returns whether one output needs the other, directly or not, or is it. */
  public boolean needs(Producer output, String name) {
    return cone(output).stream().anyMatch(each -> each.name().equals(name));
  }

  /**
   * Returns whether a read only repeats what another says: the variants of an output all read what
   * chooses between them, and so does the choice. The first variant speaks for all.
   */
  public boolean isRepeated(Read read) {
    return producers.values().stream()
        .anyMatch(each -> each instanceof Choice choice && isRepeated(choice, read));
  }

  private static boolean isRepeated(Choice choice, Read read) {
    List<String> others =
        choice.member().variants().stream().skip(1).map(ChoiceModel.Variant::value).toList();
    return read.name().equals(choice.member().selector())
        && (read.reader().equals(choice.name()) || others.contains(read.reader()));
  }

  /** Returns the graph with only these producers and what they read. */
  Graph restrictedTo(List<Producer> kept) {
    Map<String, Producer> remaining = new LinkedHashMap<>();
    Set<String> read = new LinkedHashSet<>();
    kept.forEach(
        each -> {
          remaining.put(each.name(), each);
          each.reads().forEach(one -> read.add(one.name()));
        });
    return new Graph(
        declared,
        remaining,
        bound,
        inputs.stream().filter(each -> read.contains(each.name())).toList(),
        missing.stream().filter(each -> remaining.containsKey(each.read().reader())).toList());
  }
}
