package dev.millrace.processor.resolve;

import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.ComponentModel;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.Choice;
import dev.millrace.processor.resolve.Vertex.Component;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.Missing;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Wires members by name. */
public final class Resolver {
  private final TypeSystem types;
  private final Lifts lifts;
  private final Map<NodeModel, List<GenericFault>> faults;

  public Resolver(TypeSystem types) {
    this(types, Map.of());
  }

  private Resolver(TypeSystem types, Map<NodeModel, List<GenericFault>> faults) {
    this.types = types;
    this.lifts = new Lifts(types);
    this.faults = faults;
  }

  /** Returns the graph of a pipeline's members, those that are generic made concrete. */
  public Graph resolve(List<Member> members) {
    Graph wired = resolve(members, Map.of(), Set.of());
    Specializer specializer = new Specializer(types);
    List<Member> concrete = specializer.specialize(wired);
    return concrete == wired.declared()
        ? wired
        : new Resolver(types, specializer.faults()).resolve(concrete, Map.of(), Set.of());
  }

  /**
   * @param bound names that are given, with their types: they hide what would compute them
   * @param around the names that the scopes around this one give
   */
  private Graph resolve(List<Member> members, Map<String, TypeRef> bound, Set<String> around) {
    Set<String> known = new HashSet<>(around);
    known.addAll(bound.keySet());
    members.forEach(member -> known.add(member.output()));
    Map<String, Producer> producers = new LinkedHashMap<>();
    for (Member member : members) {
      if (!bound.containsKey(member.output())) {
        producers.putIfAbsent(member.output(), producer(member, known));
      }
    }
    Map<String, List<Read>> outside = new LinkedHashMap<>();
    for (Producer producer : producers.values()) {
      for (Read read : producer.reads()) {
        if (!producers.containsKey(read.name()) && !bound.containsKey(read.name())) {
          outside.computeIfAbsent(read.name(), name -> new ArrayList<>()).add(read);
        }
      }
    }
    List<Input> inputs = new ArrayList<>();
    outside.forEach(
        (name, reads) -> inputs.add(new Input(name, lifts.input(reads), List.copyOf(reads))));
    Graph graph = new Graph(members, producers, bound, inputs, List.of());
    return new Graph(members, producers, bound, inputs, missing(graph, around));
  }

  private Producer producer(Member member, Set<String> around) {
    if (member instanceof NodeModel node) {
      return call(node);
    }
    if (member instanceof ComponentModel component) {
      return new Component(
          component, List.of(read(component, component.record(), component.recordType())));
    }
    if (member instanceof ChoiceModel choice) {
      List<Read> reads = new ArrayList<>();
      reads.add(read(choice, choice.selector(), choice.selectorType()));
      choice
          .variants()
          .forEach(variant -> reads.add(read(choice, variant.value(), choice.result())));
      return new Choice(choice, reads);
    }
    return nestedCall((NestedModel) member, around);
  }

  private static Read read(Member reader, String name, TypeRef type) {
    return new Read(
        name,
        type,
        reader.output(),
        reader.display(),
        name,
        false,
        Optional.empty(),
        reader.origin());
  }

  private Call call(NodeModel node) {
    List<Read> reads =
        node.ports().stream()
            .map(
                port ->
                    new Read(
                        port.name(),
                        port.readAs(),
                        node.output(),
                        node.display(),
                        port.name(),
                        port.meantAsInput(),
                        port.defaultValue(),
                        port.origin()))
            .toList();
    return new Call(node, reads, faults.getOrDefault(node, List.of()));
  }

  private NestedCall nestedCall(NestedModel nested, Set<String> around) {
    Map<String, TypeRef> bound = new LinkedHashMap<>();
    List<Read> reads = new ArrayList<>();
    for (NestedModel.Parameter parameter : nested.parameters()) {
      TypeRef element = parameter.each() ? parameter.type().listElement() : parameter.type();
      bound.put(parameter.inner(), element == null ? parameter.type() : element);
      reads.add(
          new Read(
              parameter.name(),
              parameter.type(),
              nested.output(),
              nested.display(),
              parameter.inner(),
              parameter.meantAsInput(),
              Optional.empty(),
              parameter.origin()));
    }
    Graph all = resolve(nested.members(), bound, around);
    List<String> shown = shown(all, nested);
    List<Producer> within = all.cones(shown.stream().map(all.producers()::get).toList());
    List<String> candidates = candidates(all.restrictedTo(within));
    candidates.retainAll(shown);
    List<Producer> outputs = outputs(all, nested, candidates, shown);
    Graph inner = taken(all, outputs);
    for (Input input : inner.inputs()) {
      boolean meant = input.reads().stream().anyMatch(Read::meantAsInput);
      Optional<String> defaultValue =
          input.reads().stream().flatMap(read -> read.defaultValue().stream()).findFirst();
      reads.add(
          new Read(
              input.name(),
              input.type(),
              nested.output(),
              input.reads().get(0).display(),
              input.name(),
              meant,
              defaultValue,
              nested.origin()));
    }
    return new NestedCall(nested, inner, outputs, candidates, innerNames(all, nested), reads);
  }

  /** What outputs need. What only others read is not asked for, nor do they say as what it is. */
  private Graph taken(Graph all, List<Producer> outputs) {
    Graph inner = all.restrictedTo(all.cones(outputs));
    List<Input> inputs = new ArrayList<>();
    for (Input input : inner.inputs()) {
      List<Read> reads =
          input.reads().stream()
              .filter(read -> inner.producers().containsKey(read.reader()))
              .toList();
      inputs.add(new Input(input.name(), lifts.input(reads), reads));
    }
    return new Graph(inner.declared(), inner.producers(), inner.bound(), inputs, inner.missing());
  }

  /** What is taken from inside; nothing, if any of it cannot be found. */
  private static List<Producer> outputs(
      Graph inner, NestedModel nested, List<String> candidates, List<String> shown) {
    List<String> taken =
        !nested.parts().isEmpty()
            ? nested.parts().stream().map(NestedModel.Part::inner).toList()
            : !nested.innerOutput().isEmpty()
                ? List.of(nested.innerOutput())
                : candidates.size() == 1 ? candidates : List.of();
    return shown.containsAll(taken)
        ? taken.stream().map(inner.producers()::get).toList()
        : List.of();
  }

  /** The outputs that can be taken: of a closed pipeline, those that it lists. */
  private static List<String> shown(Graph inner, NestedModel nested) {
    List<String> listed = nested.closing().map(PipelineModel.Closing::outputs).orElse(List.of());
    return inner.producers().values().stream()
        .filter(each -> each.member().isOutput())
        .map(Producer::name)
        .filter(name -> listed.isEmpty() || listed.contains(name))
        .toList();
  }

  /** The names that a parameter can mean: of a closed pipeline, those that it shows. */
  private static List<String> innerNames(Graph inner, NestedModel nested) {
    List<String> outputs =
        inner.declared().stream().filter(Member::isOutput).map(Member::output).toList();
    List<String> read =
        inner.producers().values().stream()
            .flatMap(producer -> producer.reads().stream())
            .map(Read::name)
            .toList();
    if (nested.closing().isEmpty()) {
      return Stream.concat(outputs.stream(), read.stream()).distinct().toList();
    }
    PipelineModel.Closing closing = nested.closing().get();
    Stream<String> inputs =
        closing.inputs().isEmpty()
            ? read.stream().filter(name -> !produces(inner, name))
            : closing.inputs().stream();
    return Stream.concat(
            inputs, (closing.outputs().isEmpty() ? outputs : closing.outputs()).stream())
        .distinct()
        .toList();
  }

  /** Whether a member gives the name, were it not given from outside. */
  private static boolean produces(Graph inner, String name) {
    return inner.declared().stream().anyMatch(member -> member.output().equals(name));
  }

  /** The outputs that nothing inside reads and that depend on a listed parameter. */
  private static List<String> candidates(Graph inner) {
    List<String> candidates = new ArrayList<>();
    for (Producer producer : inner.producers().values()) {
      boolean consumed =
          inner.producers().values().stream()
              .flatMap(each -> each.reads().stream())
              .anyMatch(read -> read.name().equals(producer.name()));
      boolean depends =
          inner.cone(producer).stream()
              .flatMap(each -> each.reads().stream())
              .anyMatch(read -> inner.bound().containsKey(read.name()));
      if (!consumed && depends) {
        candidates.add(producer.name());
      }
    }
    return candidates;
  }

  private List<Missing> missing(Graph graph, Set<String> around) {
    List<Missing> missing = new ArrayList<>();
    for (Input input : graph.inputs()) {
      if (around.contains(input.name())) {
        continue;
      }
      for (Read read : input.reads()) {
        nearest(graph, read)
            .ifPresent(meant -> missing.add(new Missing(input.name(), input.type(), read, meant)));
      }
    }
    return missing;
  }

  /** Where the one is made of the other, they are two things: a word and words. */
  private static boolean dependsOn(Graph graph, Producer output, String input) {
    return graph.cone(output).stream()
        .flatMap(each -> each.reads().stream())
        .anyMatch(read -> read.name().equals(input));
  }

  private Optional<Producer> nearest(Graph graph, Read read) {
    if (read.meantAsInput()) {
      return Optional.empty();
    }
    return Names.nearest(
            read.name(),
            graph.producers().values().stream()
                .filter(each -> each.member().isOutput())
                .filter(each -> Names.isNear(read.name(), each.name()))
                .filter(each -> lifts.find(each.type(), read.type()).isPresent())
                .filter(each -> !graph.needs(each, read.reader()))
                .filter(each -> !dependsOn(graph, each, read.name()))
                .map(Producer::name)
                .toList())
        .map(graph.producers()::get);
  }
}
