package dev.millrace.processor.collect;

import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Stateful;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what would keep an instance that serves one thread at a time in one that all threads
 * share.
 */
final class CaptureRule {
  /** What holds the values of its type arguments. */
  private static final Set<String> HOLDERS =
      Set.of(
          "dev.millrace.runtime.Resource",
          "java.lang.Iterable",
          "java.util.Collection",
          "java.util.List",
          "java.util.Map",
          "java.util.Optional",
          "java.util.Set");

  private final TypeSystem types;
  private final Problems problems;

  CaptureRule(TypeSystem types, Problems problems) {
    this.types = types;
    this.problems = problems;
  }

  /** Checks a parameter of a resource's constructor. */
  void check(Stateful resource, TypeRef parameter, ElementOrigin origin) {
    if (!resource.perWorker() && holds(parameter, true).isPresent()) {
      String name = resource.type().nestedName();
      String kept = holds(parameter, true).get().type().nestedName();
      problems.add(
          Message.STATEFUL_CAPTURE,
          origin,
          "the constructor of " + name,
          kept,
          name,
          name,
          "let its methods take a " + kept);
    }
  }

  /** Checks what a node returns against what it reads. */
  void check(NodeModel node) {
    Optional<Stateful> shared = holds(node.result(), false);
    if (shared.isEmpty()) {
      return;
    }
    String name = shared.get().type().nestedName();
    for (Port port : node.ports()) {
      holds(port.type(), true)
          .ifPresent(
              kept ->
                  problems.add(
                      Message.STATEFUL_CAPTURE,
                      port.origin(),
                      node.method(),
                      kept.type().nestedName(),
                      name,
                      name,
                      "use the " + kept.type().nestedName() + " in a node before it"));
    }
  }

  /** Returns the resource of that scope that values of a type are, or hold. */
  private Optional<Stateful> holds(TypeRef type, boolean perWorker) {
    TypeRef whole = type.upperBound().nonNull();
    if (whole instanceof TypeRef.Array array) {
      return holds(array.component(), perWorker);
    }
    if (!(whole instanceof TypeRef.Declared declared)) {
      return Optional.empty();
    }
    Optional<Stateful> own = types.stateful(declared);
    if (own.isPresent() || !HOLDERS.contains(declared.type().canonicalName())) {
      return own.filter(each -> each.perWorker() == perWorker);
    }
    return declared.arguments().stream()
        .flatMap(argument -> holds(argument, perWorker).stream())
        .findFirst();
  }
}
