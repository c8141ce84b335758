package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.plan.Reach;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes when a step of a nested use is needed, where only some variants need it. */
final class GuardEmitter {
  private static final String ALL = "all";

  private final Region region;
  private final String at;
  private boolean byItem;

  /**
   * @param at what a row is called where no value of the use has that name
   */
  GuardEmitter(Region region, String at) {
    this.region = region;
    this.at = at;
  }

  /**
   * Writes, before the steps that run once, which of them are needed: as booleans, or, where what
   * chooses differs from item to item, as the items that need them.
   */
  void declareNeeds(MethodSpec.Builder method) {
    List<Step> needed = neededByConstants();
    if (needed.isEmpty()) {
      return;
    }
    byItem = needed.stream().anyMatch(this::isChosenByItem);
    if (byItem) {
      method.addStatement("$T $N = all()", Types.ROWS, ALL);
    }
    for (Step step : needed) {
      method.addStatement(
          "$T $N = $L",
          byItem ? Types.ROWS : TypeName.BOOLEAN,
          variable(step),
          byItem
              ? rows(step, this::itemsOf, name -> CodeBlock.of("this.$N.get($N)", name, at))
                  .orElseThrow()
              : condition(step));
    }
  }

  /** Returns whether a step that runs once is needed; nothing where it always is. */
  Optional<CodeBlock> isNeeded(Step step) {
    if (!region.guarded().containsKey(step.name())) {
      return Optional.empty();
    }
    return Optional.of(CodeBlock.of(byItem ? "!$N.isEmpty()" : "$N", variable(step)));
  }

  /** The guarded steps that run once and those by which they are needed; what reads comes first. */
  private List<Step> neededByConstants() {
    Set<String> names = new HashSet<>();
    region.constant().forEach(step -> names.add(step.name()));
    List<Step> needed = new ArrayList<>();
    List<Step> steps = new ArrayList<>(region.steps()); // what is read comes before what reads it
    for (Step step : steps) {
      List<Reach> ways = region.guarded().get(step.name());
      if (ways != null && names.contains(step.name())) {
        needed.add(step);
        ways.forEach(way -> names.add(way.reader().name()));
      }
    }
    Collections.reverse(needed);
    return needed;
  }

  private boolean isChosenByItem(Step step) {
    return region.guarded().get(step.name()).stream()
        .flatMap(way -> way.chosen().stream())
        .anyMatch(chosen -> isEach(chosen.choice().selector().name()));
  }

  private static String variable(Step step) {
    return "needs" + Scope.capital(step.name());
  }

  private CodeBlock itemsOf(Step step) {
    return CodeBlock.of("$N", region.guarded().containsKey(step.name()) ? variable(step) : ALL);
  }

  private CodeBlock condition(Step step) {
    List<CodeBlock> ways = new ArrayList<>();
    for (Reach way : region.guarded().get(step.name())) {
      List<CodeBlock> all = new ArrayList<>();
      if (region.guarded().containsKey(way.reader().name())) {
        all.add(CodeBlock.of("$N", variable(way.reader())));
      }
      way.chosen()
          .ifPresent(
              chosen ->
                  all.add(
                      Calls.chooses(
                          chosen.choice(),
                          chosen.variant(),
                          CodeBlock.of("this.$N", chosen.choice().selector().name()))));
      ways.add(CodeBlock.join(all, "$W&& "));
    }
    return CodeBlock.join(ways, "$W|| ");
  }

  private boolean isEach(String name) {
    return region.values().stream().anyMatch(value -> value.each() && value.name().equals(name));
  }

  /**
   * Returns the rows of a chunk that need a step; nothing where all do.
   *
   * @param rowsOf the variable that has the rows of a step that reads it
   */
  Optional<CodeBlock> rows(Step step, Function<Step, CodeBlock> rowsOf) {
    return rows(step, rowsOf, name -> CodeBlock.of("$N.get($N)", name, at));
  }

  private Optional<CodeBlock> rows(
      Step step, Function<Step, CodeBlock> rowsOf, Function<String, CodeBlock> selected) {
    List<Reach> ways = region.guarded().get(step.name());
    if (ways == null) {
      return Optional.empty();
    }
    CodeBlock rows = null;
    for (Reach way : ways) {
      CodeBlock some = rowsOf.apply(way.reader());
      if (way.chosen().isPresent()) {
        some = chosenRows(some, way.chosen().get(), selected);
      }
      rows = rows == null ? some : CodeBlock.of("$L.or($L)", rows, some);
    }
    return Optional.ofNullable(rows);
  }

  private CodeBlock chosenRows(
      CodeBlock rows, Reach.Case chosen, Function<String, CodeBlock> selected) {
    String selector = chosen.choice().selector().name();
    return isEach(selector)
        ? CodeBlock.of(
            "$L.where($N -> $L)",
            rows,
            at,
            Calls.chooses(chosen.choice(), chosen.variant(), selected.apply(selector)))
        : CodeBlock.of(
            "$L.when($L)",
            rows,
            Calls.chooses(chosen.choice(), chosen.variant(), CodeBlock.of("this.$N", selector)));
  }
}
