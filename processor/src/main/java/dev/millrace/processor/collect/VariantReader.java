package dev.millrace.processor.collect;

import dev.millrace.processor.collect.SelectorReader.Selector;
import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
  private final SealedTypes sealed;
  private final SelectorReader selectors;
  private final Problems problems;

  VariantReader(CompilerTypes types, Problems problems) {
    this.types = types;
    this.sealed = new SealedTypes(types);
    this.selectors = new SelectorReader(types, sealed, problems);
    this.problems = problems;
  }

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
    if (nodes.size() < 2) {
      return nodes;
    }
    Optional<Selector> by = selectors.sealed(nodes);
    if (by.isPresent()) {
      return byType(nodes, by.get());
    }
    return selectors.isAlmostSealed(nodes) ? List.of() : nodes;
  }

  private List<? extends Member> byType(List<NodeModel> nodes, Selector by) {
    List<TypeRef.Declared> read = new ArrayList<>();
    List<ClassRef> classes = new ArrayList<>();
    for (NodeModel node : nodes) {
      TypeRef.Declared type = (TypeRef.Declared) read(node, by);
      if (classes.contains(type.type())) {
        return twice(node, type.toString(), nodes.get(classes.indexOf(type.type())));
      }
      read.add(type);
      classes.add(type.type());
    }
    NodeModel first = nodes.get(0);
    for (TypeRef permitted : sealed.permitted((TypeRef.Declared) by.type(), classes)) {
      if (read.stream().noneMatch(each -> sealed.isCovered(permitted, each))) {
        problems.add(Message.VARIANT_MISSING, first.origin(), first.output(), permitted, by.type());
        return List.of();
      }
    }
    List<ChoiceModel.Variant> variants = new ArrayList<>();
    List<NodeModel> parts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      NodeModel part = part(nodes.get(i), by, suffix(classes.get(i), classes));
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
    Optional<Selector> found = selectors.constants(nodes);
    if (found.isEmpty()) {
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

  private List<Member> twice(NodeModel second, String what, NodeModel first) {
    problems.add(Message.VARIANT_TWICE, second.origin(), second.output(), what, first.display());
    return List.of();
  }

  /** Returns a class's simple name, or its whole one where that is another's, too. */
  private static String suffix(ClassRef type, List<ClassRef> all) {
    boolean isAlone =
        all.stream().filter(each -> each.simpleName().equals(type.simpleName())).count() == 1;
    return isAlone ? type.simpleName() : type.canonicalName().replace('.', '_');
  }

  private static TypeRef read(NodeModel node, Selector by) {
    return SelectorReader.port(node, by.name()).orElseThrow().type();
  }

  /** The selector's type, in the variables of a node. */
  private TypeRef own(NodeModel node, Selector by) {
    return by.type() instanceof TypeRef.Declared declared
        ? sealed.above(read(node, by), declared.type()).<TypeRef>map(each -> each).orElse(declared)
        : by.type();
  }

  /** The selector is read as what it is before it is known which variant it chooses. */
  private NodeModel part(NodeModel node, Selector by, String suffix) {
    TypeRef type = own(node, by);
    List<Port> ports =
        node.ports().stream()
            .map(port -> port.name().equals(by.name()) ? port.wiredAs(type) : port)
            .toList();
    return node.as(node.output() + "$" + suffix, ports);
  }

  private static String given(NodeModel node) {
    return (node.split() ? "the components of " : "a whole ") + node.result();
  }

  /** What a variant gives, in the variables of the first. */
  private static TypeRef result(NodeModel part, Selector by) {
    Map<String, TypeRef> names = new HashMap<>();
    TypeRef own = SelectorReader.port(part, by.name()).orElseThrow().readAs();
    return SelectorReader.isAlike(own, by.type(), names)
        ? new Substitution(names).in(part.result())
        : part.result();
  }

  private List<? extends Member> choice(
      List<NodeModel> parts, Selector by, List<ChoiceModel.Variant> variants) {
    NodeModel first = parts.get(0);
    for (NodeModel part : parts) {
      if (!result(part, by).equals(first.result())) {
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
