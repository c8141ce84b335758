package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Reach;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes when a step of a nested use is needed, where only some variants need it. */
final class GuardEmitter {
  private final Region region;

  GuardEmitter(Region region) {
    this.region = region;
  }

  /** Returns the condition under which any item needs a step; nothing where it always runs. */
  Optional<CodeBlock> condition(Step step) {
    List<Reach> ways = region.guarded().get(step.name());
    if (ways == null) {
      return Optional.empty();
    }
    List<CodeBlock> conditions = new ArrayList<>();
    for (Reach way : ways) {
      List<CodeBlock> all = new ArrayList<>();
      condition(way.reader()).ifPresent(outer -> all.add(CodeBlock.of("($L)", outer)));
      way.chosen().ifPresent(chosen -> all.add(chosenByAny(chosen)));
      conditions.add(CodeBlock.join(all, " && "));
    }
    return Optional.of(CodeBlock.join(conditions, " || "));
  }

  private CodeBlock chosenByAny(Reach.Case chosen) {
    Argument selector = chosen.choice().selector();
    return isEach(selector.name())
        ? CodeBlock.of(
            "this.$N.any(each -> $L)",
            selector.name(),
            Calls.chooses(chosen.choice(), chosen.variant(), CodeBlock.of("each")))
        : Calls.chooses(
            chosen.choice(), chosen.variant(), CodeBlock.of("this.$N", selector.name()));
  }

  private boolean isEach(String name) {
    return region.values().stream().anyMatch(value -> value.each() && value.name().equals(name));
  }

  /**
   * Returns the rows that need a step.
   *
   * @param rowsOf the variable that has the rows of a step that reads it
   */
  Optional<CodeBlock> rows(Step step, Function<Step, CodeBlock> rowsOf) {
    List<Reach> ways = region.guarded().get(step.name());
    if (ways == null) {
      return Optional.empty();
    }
    CodeBlock rows = null;
    for (Reach way : ways) {
      CodeBlock some = rowsOf.apply(way.reader());
      if (way.chosen().isPresent()) {
        some = chosenRows(some, way.chosen().get());
      }
      rows = rows == null ? some : CodeBlock.of("$L.or($L)", rows, some);
    }
    return Optional.ofNullable(rows);
  }

  private CodeBlock chosenRows(CodeBlock rows, Reach.Case chosen) {
    String selector = chosen.choice().selector().name();
    return isEach(selector)
        ? CodeBlock.of(
            "$L.where(at -> $L)",
            rows,
            Calls.chooses(chosen.choice(), chosen.variant(), CodeBlock.of("$N.get(at)", selector)))
        : CodeBlock.of(
            "$L.when($L)",
            rows,
            Calls.chooses(chosen.choice(), chosen.variant(), CodeBlock.of("this.$N", selector)));
  }
}
