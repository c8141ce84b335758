package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.model.Stateful;
import dev.millrace.processor.plan.ExecutionPlan;
import java.util.List;
import java.util.Optional;

/** Writes how a run holds the resources that it was given: nothing is opened before it is used. */
final class ResourceStatements {
  private final Scope scope;
  private final BodyStatements body;

  ResourceStatements(Scope scope, BodyStatements body) {
    this.scope = scope;
    this.body = body;
  }

  /** Returns the run's resources. */
  CodeBlock begin() {
    return CodeBlock.of("$L.begin(resources)", body.at(body.memo));
  }

  /** Returns the statement that holds a resource, if any step needs it. */
  CodeBlock hold(ExecutionPlan.Input input) {
    int slot = scope.slot(input.name());
    CodeBlock needed = body.isNeeded(input);
    if (input.nullable()) {
      needed =
          CodeBlock.of(
              body.hasOneReach(input)
                  ? "$L$W&& $L.slots.isGiven($L)"
                  : "($L)$W&& $L.slots.isGiven($L)",
              needed,
              body.at(body.inputs),
              slot);
    }
    Stateful stateful = input.stateful().orElseThrow();
    CodeBlock scoped =
        stateful.perWorker()
            ? CodeBlock.of("holdPerWorker($L,$W", stateful.maxInstances())
            : CodeBlock.of("hold(");
    CodeBlock on =
        stateful.device().isEmpty() ? CodeBlock.of("") : CodeBlock.of(",$W$S", stateful.device());
    return CodeBlock.of(
        "$L = $L$W? $L.$L$L.slots.require($L,$W$S),$W$S$L)$W: $T.none()",
        body.at(input.name()),
        needed,
        body.at(body.leases),
        scoped,
        body.at(body.inputs),
        slot,
        input.name(),
        input.name(),
        on,
        Types.SLOTS);
  }

  /**
   * Returns the statement that asks for all leased resources together, so that none waits for
   * another's; nothing for fewer than two.
   */
  Optional<CodeBlock> reserve() {
    List<CodeBlock> leased =
        scope.resources().stream()
            .filter(ResourceStatements::isLeased)
            .map(input -> body.at(input.name()))
            .toList();
    return leased.size() < 2
        ? Optional.empty()
        : Optional.of(
            CodeBlock.of("$L.reserve($L)", body.at(body.leases), CodeBlock.join(leased, ",$W")));
  }

  /** What runs share needs no turn. */
  private static boolean isLeased(ExecutionPlan.Input resource) {
    return resource.stateful().map(Stateful::perWorker).orElse(false);
  }
}
