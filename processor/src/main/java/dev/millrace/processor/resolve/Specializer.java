package dev.millrace.processor.resolve;

import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.ComponentModel;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes generic nodes concrete, each use for itself. It walks a graph whose names are wired, what
 * is needed first, so that a call's types are known from what it reads:
 *
 * <pre>
 *   names wired -> Specializer (Inference for each call, Unifier for each port) -> types wired
 * </pre>
 *
 * A node whose variables stay open keeps them, with the faults that say why.
 */
final class Specializer {
  private final TypeSystem types;
  private final Lifts lifts;
  private final Map<NodeModel, List<GenericFault>> faults = new IdentityHashMap<>();

  /** Names that look like slips for others: what reads them may not be fixed because of that. */
  private final Set<String> slips = new HashSet<>();

  Specializer(TypeSystem types) {
    this.types = types;
    this.lifts = new Lifts(types);
  }

  /**
   * Returns what is wrong with a node that it returned; that very one, for each use has its own.
   */
  Map<NodeModel, List<GenericFault>> faults() {
    return faults;
  }

  /** Returns the members of a graph, concrete; the same list where none was generic. */
  List<Member> specialize(Graph graph) {
    Map<String, TypeRef> inputs = new HashMap<>();
    for (Input input : graph.inputs()) {
      List<TypeRef> readers = concreteReaders(graph, input);
      readers.stream()
          .filter(type -> readers.stream().allMatch(other -> lifts.find(type, other).isPresent()))
          .findFirst()
          .ifPresent(type -> inputs.put(input.name(), type));
    }
    return specialize(graph, Map.of(), inputs);
  }

  /** What an input is read as by nodes whose types are known, in whatever depth. */
  private static List<TypeRef> concreteReaders(Graph graph, Input input) {
    List<TypeRef> readers = new ArrayList<>();
    for (Read read : input.reads()) {
      if (!read.type().isOpen()) {
        readers.add(read.type());
      } else if (graph.producers().get(read.reader()) instanceof NestedCall nested) {
        nested.inner().inputs().stream()
            .filter(inner -> inner.name().equals(input.name()))
            .forEach(inner -> readers.addAll(concreteReaders(nested.inner(), inner)));
      }
    }
    return readers;
  }

  /**
   * @param around the types of what the scopes around produce or were given
   * @param inputs the types of the pipeline's inputs, of those that a concrete reader fixes
   */
  private List<Member> specialize(
      Graph graph, Map<String, TypeRef> around, Map<String, TypeRef> inputs) {
    graph.missing().forEach(missing -> slips.add(missing.name()));
    Map<String, TypeRef> known = new HashMap<>(around);
    graph.producers().values().forEach(each -> known.put(each.name(), each.type()));
    known.putAll(graph.bound());
    Map<Member, Member> concrete = new IdentityHashMap<>();
    Map<String, NodeModel> nodes = new HashMap<>();
    for (Producer producer : graph.order()) {
      Member member = producer.member();
      Member other =
          producer instanceof NestedCall nested
              ? inside(nested, known, inputs)
              : member instanceof ChoiceModel choice
                  ? choice(choice, nodes)
                  : alone(member, known, inputs);
      if (other != member) {
        concrete.put(member, other);
        known.put(other.output(), other.result());
      }
      if (other instanceof NodeModel node) {
        nodes.put(node.output(), node);
      }
    }
    return concrete.isEmpty()
        ? graph.declared()
        : graph.declared().stream().map(each -> concrete.getOrDefault(each, each)).toList();
  }

  private Member inside(
      NestedCall nested, Map<String, TypeRef> known, Map<String, TypeRef> inputs) {
    List<Member> members = specialize(nested.inner(), known, inputs);
    return members == nested.inner().declared()
        ? nested.member()
        : nested.member().withMembers(members);
  }

  private Member alone(Member member, Map<String, TypeRef> known, Map<String, TypeRef> inputs) {
    if (member instanceof NodeModel node) {
      return node.typeParameters().isEmpty() ? node : call(node, known, inputs);
    }
    if (member instanceof ComponentModel component) {
      TypeRef record = known.get(component.record());
      return component.recordType().isOpen() && record != null && !record.isOpen()
          ? component(component, record)
          : component;
    }
    return member;
  }

  private NodeModel call(NodeModel node, Map<String, TypeRef> known, Map<String, TypeRef> inputs) {
    Inference inference = new Inference(types, node);
    for (Port port : node.ports()) {
      TypeRef given = known.get(port.name());
      TypeRef input = inputs.get(port.name());
      if (given != null && given.isOpen()) {
        inference.readsUnknown();
      } else if (given != null) {
        inference.reads(port, given);
      } else if (input != null) {
        inference.readsInput(port, input);
      } else if (slips.contains(port.name())) {
        inference.readsUnknown();
      }
    }
    Inference.Outcome outcome = inference.outcome();
    NodeModel result =
        outcome
            .substitution()
            .map(substitution -> substitution.in(node))
            .orElseGet(() -> node.as(node.output(), node.ports()));
    faults.put(result, outcome.faults());
    return result;
  }

  /** A record's components are as concrete as the record. */
  private ComponentModel component(ComponentModel component, TypeRef record) {
    Map<String, TypeRef> variables = new HashMap<>();
    Unifier.read(types, component.recordType(), record)
        .constraints()
        .forEach(each -> variables.putIfAbsent(each.variable(), each.type()));
    Substitution substitution = new Substitution(variables);
    return new ComponentModel(
        component.output(),
        component.record(),
        substitution.in(component.recordType()),
        component.accessor(),
        substitution.in(component.result()),
        component.display(),
        component.origin());
  }

  /** A choice is as concrete as its variants, which all have the types that the first has. */
  private static ChoiceModel choice(ChoiceModel choice, Map<String, NodeModel> nodes) {
    if (!choice.selectorType().isOpen() && !choice.result().isOpen()) {
      return choice;
    }
    NodeModel first = nodes.get(choice.variants().get(0).value());
    return new ChoiceModel(
        choice.output(),
        choice.selector(),
        selector(choice, first).readAs(),
        choice.variants().stream()
            .map(variant -> variant.as(selector(choice, nodes.get(variant.value())).type()))
            .toList(),
        first.result(),
        choice.split(),
        choice.display(),
        choice.origin());
  }

  private static Port selector(ChoiceModel choice, NodeModel variant) {
    return variant.ports().stream()
        .filter(port -> port.name().equals(choice.selector()))
        .findFirst()
        .orElseThrow();
  }
}
