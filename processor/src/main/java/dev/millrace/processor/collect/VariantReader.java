package dev.millrace.processor.collect;

import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the variants of an output: overloads over the permitted types of a sealed type, or nodes
 * that name an enum's constants.
 */
final class VariantReader {
  private final CompilerTypes types;
  private final Problems problems;

  VariantReader(CompilerTypes types, Problems problems) {
    this.types = types;
    this.problems = problems;
  }

  /** What decides between nodes: a name that all read, and its type. */
  private record Selector(String name, TypeRef type) {}

  /** Returns the members of a class, its variants brought together under their output. */
  List<Member> group(List<NodeModel> nodes) {
    Map<String, List<NodeModel>> byOutput = new LinkedHashMap<>();
    nodes.forEach(
        node -> byOutput.computeIfAbsent(node.output(), name -> new ArrayList<>()).add(node));
    List<Member> members = new ArrayList<>();
    byOutput.values().forEach(same -> members.addAll(choice(same)));
    // As they are declared: the order of the stages is that of what reads the inputs.
    members.sort(Comparator.comparingInt(member -> place(member, nodes)));
    return members;
  }

  private static int place(Member member, List<NodeModel> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).origin().equals(member.origin())) {
        return i;
      }
    }
    return nodes.size();
  }

  private List<? extends Member> choice(List<NodeModel> nodes) {
    if (nodes.stream().anyMatch(node -> node.when().isPresent())) {
      return byConstant(nodes);
    }
    return nodes.size() < 2
        ? nodes
        : sealedSelector(nodes).<List<? extends Member>>map(by -> byType(nodes, by)).orElse(nodes);
  }

  /** The name that all read as another type permitted by one sealed type. */
  private Optional<Selector> sealedSelector(List<NodeModel> nodes) {
    for (Port port : nodes.get(0).ports()) {
      List<TypeRef> read = new ArrayList<>();
      nodes.forEach(node -> port(node, port.name()).ifPresent(each -> read.add(each.type())));
      if (read.size() < nodes.size() || Set.copyOf(read).size() < 2) {
        continue;
      }
      for (TypeRef sealed : types.sealedAbove(port.type())) {
        if (read.stream().allMatch(each -> types.isAssignable(each, sealed))) {
          return Optional.of(new Selector(port.name(), sealed));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Port> port(NodeModel node, String name) {
    return node.ports().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private List<? extends Member> byType(List<NodeModel> nodes, Selector by) {
    List<TypeRef> read =
        nodes.stream().map(node -> port(node, by.name()).orElseThrow().type()).toList();
    NodeModel first = nodes.get(0);
    for (int i = 0; i < nodes.size(); i++) {
      if (read.indexOf(read.get(i)) < i) {
        NodeModel other = nodes.get(read.indexOf(read.get(i)));
        return twice(nodes.get(i), read.get(i).toString(), other);
      }
    }
    for (TypeRef permitted : types.permitted(by.type(), read)) {
      if (read.stream().noneMatch(each -> types.isAssignable(permitted, each))) {
        problems.add(Message.VARIANT_MISSING, first.origin(), first.output(), permitted, by.type());
        return List.of();
      }
    }
    List<ChoiceModel.Variant> variants = new ArrayList<>();
    List<NodeModel> parts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      NodeModel part = part(nodes.get(i), by, suffix(read.get(i), read));
      parts.add(part);
      variants.add(new ChoiceModel.Variant(part.output(), read.get(i), Optional.empty()));
    }
    return choice(parts, by, mostSpecificFirst(variants));
  }

  /** Where one variant's type is above another's, the one below is asked for first. */
  private List<ChoiceModel.Variant> mostSpecificFirst(List<ChoiceModel.Variant> variants) {
    List<ChoiceModel.Variant> ordered = new ArrayList<>();
    for (ChoiceModel.Variant variant : variants) {
      int place = ordered.size();
      while (place > 0 && types.isAssignable(variant.type(), ordered.get(place - 1).type())) {
        place--;
      }
      ordered.add(place, variant);
    }
    return ordered;
  }

  private List<? extends Member> byConstant(List<NodeModel> nodes) {
    NodeModel first = nodes.get(0);
    Optional<Selector> found = enumSelector(nodes);
    if (found.isEmpty()) {
      problems.add(Message.WHEN_ENUM, first.origin(), first.output());
      return List.of();
    }
    Selector by = found.get();
    Map<String, NodeModel> byConstant = new LinkedHashMap<>();
    List<String> constants = types.enumConstants(by.type());
    for (NodeModel node : nodes) {
      String constant = node.when().orElse("");
      if (!constants.contains(constant)) {
        problems.add(
            Message.WHEN_CONSTANT,
            node.origin(),
            node.display(),
            constant.isEmpty() ? "nothing" : "\"" + constant + "\"",
            by.type(),
            String.join(", ", constants));
        return List.of();
      }
      NodeModel other = byConstant.putIfAbsent(constant, node);
      if (other != null) {
        return twice(node, constant, other);
      }
    }
    Set<String> open = new LinkedHashSet<>(constants);
    open.removeAll(byConstant.keySet());
    if (!open.isEmpty()) {
      problems.add(
          Message.VARIANT_MISSING,
          first.origin(),
          first.output(),
          String.join(", ", open),
          by.type());
      return List.of();
    }
    List<ChoiceModel.Variant> variants = new ArrayList<>();
    List<NodeModel> parts = new ArrayList<>();
    byConstant.forEach(
        (constant, node) -> {
          NodeModel part = part(node, by, constant);
          parts.add(part);
          variants.add(new ChoiceModel.Variant(part.output(), by.type(), Optional.of(constant)));
        });
    return choice(parts, by, variants);
  }

  /** The one enum that all of them read under one name. */
  private Optional<Selector> enumSelector(List<NodeModel> nodes) {
    List<Selector> shared =
        nodes.get(0).ports().stream()
            .filter(port -> !types.enumConstants(port.type()).isEmpty())
            .filter(
                port ->
                    nodes.stream()
                        .allMatch(
                            node ->
                                port(node, port.name())
                                    .filter(each -> each.type().equals(port.type()))
                                    .isPresent()))
            .map(port -> new Selector(port.name(), port.type()))
            .toList();
    return shared.size() == 1 ? Optional.of(shared.get(0)) : Optional.empty();
  }

  private List<Member> twice(NodeModel second, String what, NodeModel first) {
    problems.add(Message.VARIANT_TWICE, second.origin(), second.output(), what, first.display());
    return List.of();
  }

  /** Returns a type's simple name, or its whole one where that is another's, too. */
  private static String suffix(TypeRef type, List<TypeRef> all) {
    ClassRef name = ((TypeRef.Declared) type).type();
    boolean isAlone =
        all.stream()
                .filter(
                    each -> ((TypeRef.Declared) each).type().simpleName().equals(name.simpleName()))
                .count()
            == 1;
    return isAlone ? name.simpleName() : name.canonicalName().replace('.', '_');
  }

  /** The selector is read as what it is before it is known which variant it chooses. */
  private static NodeModel part(NodeModel node, Selector by, String suffix) {
    List<Port> ports =
        node.ports().stream()
            .map(port -> port.name().equals(by.name()) ? port.wiredAs(by.type()) : port)
            .toList();
    return node.as(node.output() + "$" + suffix, ports);
  }

  private static String given(NodeModel node) {
    return (node.split() ? "the components of " : "a whole ") + node.result();
  }

  private List<? extends Member> choice(
      List<NodeModel> parts, Selector by, List<ChoiceModel.Variant> variants) {
    NodeModel first = parts.get(0);
    for (NodeModel part : parts) {
      if (!part.result().equals(first.result())) {
        problems.add(
            Message.VARIANT_RESULT,
            part.origin(),
            part.display(),
            part.result(),
            first.display(),
            first.result());
        return List.of();
      }
      if (part.split() != first.split()) {
        problems.add(
            Message.VARIANT_RESULT,
            part.origin(),
            part.display(),
            given(part),
            first.display(),
            given(first));
        return List.of();
      }
    }
    List<Member> members = new ArrayList<>(parts);
    members.add(
        new ChoiceModel(
            first.label(),
            by.name(),
            by.type(),
            variants,
            first.result(),
            first.split(),
            variants.size() + " variants, by " + by.name(),
            first.origin()));
    return members;
  }
}
