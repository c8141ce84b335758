package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Variants: only what the chosen one needs runs, and only that is asked for. */
final class VariantTest {
  private static final Program VARIANTS = Program.of("variants");

  @ParameterizedTest
  @EnumSource
  void onlyTheChosenVariantsAncestorsRun(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "rrf60(qa.ranks) [query a, ranks qa, rrf]",
            "Linear(qa.scores.wM) [query a, weights, scores qa, weighted]",
            "Log(qa.scores.wM) [query a, weights, scores qa, weighted]",
            "max(a) [max]",
            "min [min]"),
        VARIANTS.run(compiler, "Scenarios.line"));
  }

  @ParameterizedTest
  @EnumSource
  void whatAVariantSharesRunsOnceAndForTheOther(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "qa.ranks & up rrf60(qa.ranks) [query a, ranks qa, rrf, up, report]",
            "qa.ranks & up Linear(qa.scores.wM)"
                + " [query a, ranks qa, weights, scores qa, weighted, up, report]"),
        VARIANTS.run(compiler, "Scenarios.shared"));
  }

  @ParameterizedTest
  @EnumSource
  void aChoiceInAChoiceRunsOnlyIfItIsChosen(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "up rrf60(qa.ranks) [query a, ranks qa, rrf, up]",
            "up rrf60(qa.ranks) [query a, ranks qa, rrf, up]",
            "down 3 [least, down]"),
        VARIANTS.run(compiler, "Scenarios.choiceInChoice"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsGivenNeedsNoVariant(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of("up F [up]", "Linear(S) [weighted]", "F []"),
        VARIANTS.run(compiler, "Scenarios.givenInstead"));
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatTheChosenVariantNeedsIsMissing(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[[fusion], [text], [text, model], [text], ran: min, [limit], [text, model]] [min]",
        VARIANTS.run(compiler, "Scenarios.missing"));
  }

  @ParameterizedTest
  @EnumSource
  void aNestedUseRunsOnlyTheChosenVariant(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "rrf60(qt.ranks) [query t, ranks qt, rrf]",
            "Linear(qt.scores.wM) [query t, weights, scores qt, weighted]",
            "min [min]"),
        VARIANTS.run(compiler, "Scenarios.unmapped"));
  }

  @ParameterizedTest
  @EnumSource
  void oneVariantForAllItemsOfAMap(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "[rrf60(qa.ranks), rrf60(qb.ranks)]"
                + " [query a, query b, ranks qa, ranks qb, rrf, rrf]",
            "[Linear(qa.scores.wM), Linear(qb.scores.wM)]"
                + " [weights, query a, query b, scores of 2, weighted, weighted]",
            "[min, min] [min]"),
        VARIANTS.run(compiler, "Scenarios.mappedByOne"));
    assertEquals(
        List.of(
            "[up rrf60(qa.ranks), up rrf60(qb.ranks)]"
                + " [query a, query b, ranks qa, ranks qb, rrf, rrf, up, up]",
            "[down 1, down 1] [least, down]"),
        VARIANTS.run(compiler, "Scenarios.mappedByADefault"));
  }

  @ParameterizedTest
  @EnumSource
  void anItemNeedsOnlyItsOwnVariant(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "[qa.ranks & up rrf60(qa.ranks), qb.ranks & up Linear(qb.scores.wM),"
                + " qc.ranks & down 5, qd.ranks & up max(d)]"
                + " [weights, least, query a, query b, query c, query d, ranks qa, ranks qb,"
                + " ranks qc, ranks qd, rrf, scores of 1, weighted, max, up, up, up, down,"
                + " report, report, report, report]",
            "[qa.ranks & up rrf60(qa.ranks), qb.ranks & down 5, qc.ranks & down 5,"
                + " qd.ranks & up max(d)]"
                + " [least, query a, query b, query c, query d, ranks qa, ranks qb,"
                + " ranks qc, ranks qd, rrf, max, up, up, down, down,"
                + " report, report, report, report]"),
        VARIANTS.run(compiler, "Scenarios.mappedByEach"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTheSameForAllItemsRunsOnceAndIfAnyNeedsIt(CompilerUnderTest compiler)
      throws Exception {
    assertEquals(
        List.of(
            "[rrf60(qa.ranks), rrf1(qa.ranks)] [query a, ranks qa, rrf, rrf]",
            "[min, Linear(qa.scores.wM)] [query a, weights, scores qa, weighted, min]",
            "[] []"),
        VARIANTS.run(compiler, "Scenarios.oneTextManyFusions"));
  }

  @ParameterizedTest
  @EnumSource
  void aVariantMayReadWhatIsGivenForEach(CompilerUnderTest compiler) throws Exception {
    assertEquals("[up x, up y] [up, up]", VARIANTS.run(compiler, "Scenarios.givenForEach"));
  }

  @ParameterizedTest
  @EnumSource
  void choicesWorkInAMapInAMap(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[[rrf60(qa.ranks), min], [rrf60(qb.ranks), min]]"
            + " [query a, ranks qa, rrf, min, query b, ranks qb, rrf, min]",
        VARIANTS.run(compiler, "Scenarios.inAMapInAMap"));
  }

  @ParameterizedTest
  @EnumSource
  void everyChunkChoosesForItself(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "true [scores of 68, scores of 68, scores of 24]",
        VARIANTS.run(compiler, "Scenarios.chunks"));
  }
}
