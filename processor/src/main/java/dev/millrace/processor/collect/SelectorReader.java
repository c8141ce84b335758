package dev.millrace.processor.collect;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Origin;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what chooses between the nodes of one output, and says why nothing does. */
final class SelectorReader {
  private final CompilerTypes types;
  private final SealedTypes sealed;
  private final Problems problems;

  SelectorReader(CompilerTypes types, SealedTypes sealed, Problems problems) {
    this.types = types;
    this.sealed = sealed;
    this.problems = problems;
  }

  /** What decides between nodes: a name that all read, and its type. */
  record Selector(String name, TypeRef type) {}

  /** Why nothing chooses, and where that stands. */
  private record Fault(Origin origin, String text) {}

  /** Returns what a node reads under a name. */
  static Optional<Port> port(NodeModel node, String name) {
    return node.ports().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Returns the name that all read as another type permitted by one sealed type. */
  Optional<Selector> sealed(List<NodeModel> nodes) {
    for (Port port : nodes.get(0).ports()) {
      List<TypeRef> read = read(nodes, port.name());
      if (classes(read).size() < 2) {
        continue;
      }
      for (TypeRef.Declared above : sealed.above(port.type())) {
        if (read.stream().allMatch(each -> isPermitted(each, above))) {
          return Optional.of(new Selector(port.name(), above));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isPermitted(TypeRef type, TypeRef.Declared by) {
    return sealed
        .above(type, by.type())
        .filter(own -> isAlike(own, by, new HashMap<>()))
        .isPresent();
  }

  /** Whether two types are the same but for the names of their variables, which it notes. */
  static boolean isAlike(TypeRef type, TypeRef other, Map<String, TypeRef> names) {
    if (type instanceof TypeRef.Variable variable && other instanceof TypeRef.Variable) {
      TypeRef before = names.putIfAbsent(variable.name(), other);
      return before == null || before.equals(other);
    }
    if (!(type instanceof TypeRef.Declared declared && other instanceof TypeRef.Declared to)) {
      return type.equals(other);
    }
    boolean isAlike = declared.type().equals(to.type());
    for (int i = 0; isAlike && i < declared.arguments().size(); i++) {
      isAlike = isAlike(declared.arguments().get(i), to.arguments().get(i), names);
    }
    return isAlike;
  }

  /** What all read under a name; nothing, if one does not. */
  private static List<TypeRef> read(List<NodeModel> nodes, String name) {
    List<TypeRef> read = new ArrayList<>();
    nodes.forEach(node -> port(node, name).ifPresent(each -> read.add(each.type())));
    return read.size() < nodes.size() ? List.of() : read;
  }

  private static Set<ClassRef> classes(List<TypeRef> types) {
    Set<ClassRef> classes = new HashSet<>();
    types.forEach(
        type -> {
          if (type instanceof TypeRef.Declared declared) {
            classes.add(declared.type());
          }
        });
    return classes;
  }

  /** A type without what says that there may be no value. */
  private static TypeRef certain(TypeRef type) {
    TypeRef inside = type.argumentOf(KnownTypes.OPTIONAL);
    return (inside == null ? type : inside.upperBound()).nonNull();
  }

  /**
   * Returns whether nodes would be variants, were what they read under one name not different in
   * more than its class; reports it.
   */
  boolean isAlmostSealed(List<NodeModel> nodes) {
    for (Port port : nodes.get(0).ports()) {
      List<TypeRef> certain =
          read(nodes, port.name()).stream().map(SelectorReader::certain).toList();
      if (classes(certain).size() < 2) {
        continue;
      }
      for (TypeRef.Declared above : sealed.above(certain.get(0))) {
        if (certain.stream().allMatch(type -> sealed.above(type, above.type()).isPresent())) {
          Fault fault = difference(nodes, port.name(), above);
          problems.add(
              Message.VARIANT_SELECTOR,
              fault.origin(),
              nodes.get(0).output(),
              port.name(),
              fault.text());
          return true;
        }
      }
    }
    return false;
  }

  private Fault difference(List<NodeModel> nodes, String name, TypeRef.Declared above) {
    Optional<Fault> absent = maybeAbsent(nodes, name, "");
    if (absent.isPresent()) {
      return absent.get();
    }
    for (NodeModel node : nodes) {
      Port port = port(node, name).orElseThrow();
      TypeRef.Declared own = sealed.above(port.type(), above.type()).orElseThrow();
      if (!isAlike(own, above, new HashMap<>())) {
        return new Fault(
            port.origin(),
            "it is "
                + above
                + " to "
                + nodes.get(0).display()
                + ", but "
                + own
                + " to "
                + node.display()
                + "; give all of them the same type arguments");
      }
    }
    throw new IllegalStateException(name + " chooses");
  }

  /** What chooses is always there: the first that reads it as if it might not be. */
  private static Optional<Fault> maybeAbsent(List<NodeModel> nodes, String name, String advice) {
    for (NodeModel node : nodes) {
      Port port = port(node, name).orElseThrow();
      TypeRef certain = certain(port.type());
      if (!port.type().equals(certain)) {
        String text =
            "%s reads \"%s\" as %s, but what chooses is always there; read it as %s%s"
                .formatted(node.display(), name, port.type(), certain, advice);
        return Optional.of(new Fault(port.origin(), text));
      }
    }
    return Optional.empty();
  }

  /** Returns the one enum that all of them read under one name; reports where there is none. */
  Optional<Selector> constants(List<NodeModel> nodes) {
    List<Selector> shared = new ArrayList<>();
    for (Port port : nodes.get(0).ports()) {
      TypeRef type = certain(port.type());
      boolean isShared =
          types.isEnum(type)
              && nodes.stream()
                  .allMatch(
                      node ->
                          port(node, port.name())
                              .filter(each -> certain(each.type()).equals(type))
                              .isPresent());
      if (isShared) {
        shared.add(new Selector(port.name(), type));
      }
    }
    Optional<Fault> fault = fault(nodes, shared);
    fault.ifPresent(
        why -> problems.add(Message.WHEN_ENUM, why.origin(), nodes.get(0).output(), why.text()));
    return fault.isPresent() ? Optional.empty() : Optional.of(shared.get(0));
  }

  private Optional<Fault> fault(List<NodeModel> nodes, List<Selector> shared) {
    Origin first = nodes.get(0).origin();
    if (shared.isEmpty()) {
      return Optional.of(
          new Fault(first, nodes.stream().map(this::enums).distinct().collect(joining(", "))));
    }
    if (shared.size() > 1) {
      String names =
          shared.stream().map(each -> "\"" + each.name() + "\"").collect(joining(" and "));
      return Optional.of(new Fault(first, names + " could both choose"));
    }
    Selector by = shared.get(0);
    return types.enumConstants(by.type()).isEmpty()
        ? Optional.of(new Fault(first, by.type() + " has no constants"))
        : maybeAbsent(nodes, by.name(), ", with @Default where it may be left out");
  }

  private String enums(NodeModel node) {
    String enums =
        node.ports().stream()
            .filter(port -> types.isEnum(certain(port.type())))
            .map(port -> port.type() + " \"" + port.name() + "\"")
            .collect(joining(" and "));
    return node.display() + " reads " + (enums.isEmpty() ? "no enum" : enums);
  }
}
