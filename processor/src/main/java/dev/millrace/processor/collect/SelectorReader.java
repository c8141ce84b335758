package dev.millrace.processor.collect;

import static java.util.stream.Collectors.joining;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Origin;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Renaming;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /**
   * Returns the name that all read as another type permitted by one sealed type: where there are
   * several such types, one that the nodes cover, and of those the nearest.
   */
  Optional<Selector> sealed(List<NodeModel> nodes) {
    List<Selector> found = new ArrayList<>();
    for (Port port : nodes.get(0).ports()) {
      List<TypeRef> read = read(nodes, port.name());
      if (classes(read).size() < 2) {
        continue;
      }
      for (TypeRef.Declared above : sealed.above(port.type())) {
        if (read.stream().allMatch(each -> isPermitted(each, above))) {
          found.add(new Selector(port.name(), above));
        }
      }
    }
    List<Selector> covered = found.stream().filter(each -> isCovered(nodes, each)).toList();
    return nearest(covered.isEmpty() ? found : covered);
  }

  /** Whether the nodes take each type that makes up the sealed one, and each takes another. */
  private boolean isCovered(List<NodeModel> nodes, Selector by) {
    List<TypeRef.Declared> taken =
        read(nodes, by.name()).stream().map(TypeRef.Declared.class::cast).toList();
    return classes(read(nodes, by.name())).size() == nodes.size()
        && sealed.open((TypeRef.Declared) by.type(), taken).isEmpty();
  }

  /** The first that is above no other: so it is the same for every order of the nodes. */
  private Optional<Selector> nearest(List<Selector> found) {
    return found.stream()
        .filter(
            each ->
                found.stream()
                    .filter(other -> other.name().equals(each.name()))
                    .noneMatch(other -> sealed.above(other.type()).contains(each.type())))
        .findFirst();
  }

  private boolean isPermitted(TypeRef type, TypeRef.Declared by) {
    return sealed
        .above(type, by.type())
        .filter(own -> Renaming.NONE.of(own, by).isPresent())
        .isPresent();
  }

  /** What all read under a name; nothing, if one does not. */
  private static List<TypeRef> read(List<NodeModel> nodes, String name) {
    List<TypeRef> read = new ArrayList<>();
    nodes.forEach(node -> node.port(name).ifPresent(each -> read.add(each.type())));
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
      Port port = node.port(name).orElseThrow();
      TypeRef.Declared own = sealed.above(port.type(), above.type()).orElseThrow();
      if (Renaming.NONE.of(own, above).isEmpty()) {
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
      Port port = node.port(name).orElseThrow();
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
                          node.port(port.name())
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
