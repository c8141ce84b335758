package dev.millrace.processor.resolve;

import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeParameter;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.resolve.Unifier.Constraint;
import dev.millrace.processor.resolve.Unifier.Found;
import dev.millrace.processor.resolve.Unifier.Misfit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fixes the type variables of one call. A variable is what an invariant place says; else the one of
 * its lower bounds that takes all others; else the upper bound that all others take. No type is
 * made up that nobody wrote: where Java would infer a common supertype, two types are a conflict.
 */
final class Inference {
  private final TypeSystem types;
  private final NodeModel node;
  private final Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
  private final Map<String, TypeRef> fixed = new LinkedHashMap<>();
  private final List<GenericFault> faults = new ArrayList<>();
  private boolean follows;

  /** What a port says of a variable. */
  private record Evidence(Constraint constraint, Port port) {}

  /**
   * What came out.
   *
   * @param substitution empty where a variable was left open
   */
  record Outcome(Optional<Substitution> substitution, List<GenericFault> faults) {
    Outcome {
      faults = List.copyOf(faults);
    }
  }

  Inference(TypeSystem types, NodeModel node) {
    this.types = types;
    this.node = node;
    node.typeParameters().forEach(each -> evidence.put(each.name(), new ArrayList<>()));
  }

  /** Takes into account that a port reads a value that is computed, or given by a nested use. */
  void reads(Port port, TypeRef given) {
    add(port, given, Unifier.read(types, port.readAs(), given));
  }

  /** Takes into account that a port reads an input that others read as this type. */
  void readsInput(Port port, TypeRef other) {
    boolean asItIs = types.isAssignable(other, port.readAs());
    add(
        port,
        other,
        asItIs
            ? Unifier.read(types, port.readAs(), other)
            : Unifier.readAlso(types, port.readAs(), other));
  }

  /** Takes into account that a port reads something whose own fault is said elsewhere. */
  void readsUnknown() {
    follows = true;
  }

  private void add(Port port, TypeRef given, Found found) {
    found.constraints().forEach(each -> add(each, port));
    if (found.misfit().isPresent()) {
      follows = true;
      Misfit misfit = found.misfit().get();
      if (misfit.advice().isPresent()) {
        faults.add(new GenericFault.Wildcard(port, misfit.part(), given, misfit.advice().get()));
      } else if (types.isAssignable(given, port.readAs())) {
        faults.add(new GenericFault.Unfit(port, given));
      }
    }
  }

  private void add(Constraint constraint, Port port) {
    evidence.get(constraint.variable()).add(new Evidence(constraint, port));
  }

  Outcome outcome() {
    List<TypeParameter> open = new ArrayList<>(node.typeParameters());
    boolean advanced = true;
    while (advanced) {
      advanced = open.removeIf(this::fix);
      open.forEach(this::askBounds);
    }
    open.stream().filter(each -> !isFixedWithAnother(each, open)).forEach(this::leave);
    if (!open.isEmpty() || fixed.size() < node.typeParameters().size()) {
      return new Outcome(Optional.empty(), faults);
    }
    Substitution substitution = new Substitution(fixed);
    node.typeParameters().forEach(each -> checkBounds(each, substitution));
    return new Outcome(Optional.of(substitution), faults);
  }

  /** Returns whether the variable is settled: fixed, or in conflict. */
  private boolean fix(TypeParameter variable) {
    List<Evidence> known = evidence.get(variable.name());
    if (known.isEmpty()) {
      return false;
    }
    List<Evidence> ordered = new ArrayList<>();
    for (Unifier.Relation relation : Unifier.Relation.values()) {
      known.stream().filter(each -> each.constraint().relation() == relation).forEach(ordered::add);
    }
    for (Evidence each : ordered) {
      TypeRef candidate = each.constraint().type();
      if (known.stream().allMatch(other -> allows(other.constraint(), candidate))) {
        fixed.put(variable.name(), candidate);
        return true;
      }
    }
    Evidence first = ordered.get(0);
    Evidence other =
        ordered.stream()
            .filter(each -> !allows(each.constraint(), first.constraint().type()))
            .findFirst()
            .orElseThrow();
    faults.add(
        new GenericFault.Conflict(
            variable.name(),
            first.port(),
            first.constraint().type(),
            other.port(),
            other.constraint().type()));
    return true;
  }

  private boolean allows(Constraint constraint, TypeRef candidate) {
    return switch (constraint.relation()) {
      case EXACT -> candidate.equals(constraint.type());
      case LOWER -> types.isAssignable(constraint.type(), candidate);
      case UPPER -> types.isAssignable(candidate, constraint.type());
    };
  }

  /** A variable that no port fixes may stand in the bound of one that is fixed. */
  private void askBounds(TypeParameter open) {
    for (TypeParameter other : node.typeParameters()) {
      TypeRef type = fixed.get(other.name());
      if (type == null) {
        continue;
      }
      Port port = evidence.get(other.name()).get(0).port();
      for (TypeRef bound : other.bounds()) {
        Unifier.read(types, bound, type).constraints().stream()
            .filter(each -> each.variable().equals(open.name()))
            .filter(each -> each.relation() != Unifier.Relation.LOWER || !isItself(bound))
            .map(each -> new Evidence(each, port))
            .filter(each -> !evidence.get(open.name()).contains(each))
            .forEach(each -> evidence.get(open.name()).add(each));
      }
    }
  }

  /** {@code U extends T}: what U is says too little of T. */
  private static boolean isItself(TypeRef bound) {
    return bound instanceof TypeRef.Variable;
  }

  /** What stands in no port but in the bound of another open variable follows from that one. */
  private boolean isFixedWithAnother(TypeParameter variable, List<TypeParameter> open) {
    return readers(variable).isEmpty()
        && open.stream()
            .filter(other -> other != variable && !readers(other).isEmpty())
            .flatMap(other -> other.bounds().stream())
            .anyMatch(bound -> names(bound, variable.name()));
  }

  private List<Port> readers(TypeParameter variable) {
    return node.ports().stream().filter(port -> names(port.readAs(), variable.name())).toList();
  }

  private void leave(TypeParameter variable) {
    List<Port> readers = readers(variable);
    faults.add(new GenericFault.Unfixed(variable.name(), readers, follows));
  }

  private static boolean names(TypeRef type, String variable) {
    return !new Substitution(Map.of(variable, TypeRef.OBJECT)).in(type).equals(type);
  }

  private void checkBounds(TypeParameter variable, Substitution substitution) {
    TypeRef type = fixed.get(variable.name());
    for (TypeRef each : variable.bounds()) {
      TypeRef bound = substitution.in(each);
      if (!types.isAssignable(type, bound)) {
        faults.add(new GenericFault.OutOfBound(node.display(), variable.name(), type, bound));
      }
    }
  }
}
