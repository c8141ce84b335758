package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many runs in one call: what comes of each, and that nothing is computed twice for all. */
final class OverTest {
  private static final Program OVER = Program.of("over");

  @ParameterizedTest
  @EnumSource
  void whatIsTheSameForAllRunsOnce(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[[mill, millrace], [millrace, race], []] [index, hits mill, hits race, hits x]",
        OVER.run(compiler, "Scenarios.constantsOnce"));
    assertEquals("[4, 4] [index, size]", OVER.run(compiler, "Scenarios.anOutputThatDoesNotVary"));
  }

  @ParameterizedTest
  @EnumSource
  void whatVariesIsTakenSideBySideOrEachWithEach(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[[mill], [millrace, race]] [index, hits mill, hits race]",
        OVER.run(compiler, "Scenarios.zipped"));
    assertEquals(
        "[[mill], [mill, millrace], [millrace], [millrace, race]]"
            + " [index, hits mill, hits mill, hits race, hits race]",
        OVER.run(compiler, "Scenarios.product"));
  }

  @ParameterizedTest
  @EnumSource
  void whereNothingVariesThereIsOneItemAndNoneWhereThereIsNoValue(CompilerUnderTest compiler)
      throws Exception {
    assertEquals("[[mill]] [1]", OVER.run(compiler, "Scenarios.oneItem"));
    assertEquals("0 []", OVER.run(compiler, "Scenarios.noItem"));
  }

  @ParameterizedTest
  @EnumSource
  void everyOutputMayBeAskedFor(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[[4, [mill, millrace], mill/4, [4, 8]], [4, [], null, []]]"
            + " [index, size, hits mill, best, weight null, hits x, best]",
        OVER.run(compiler, "Scenarios.everything"));
  }

  @ParameterizedTest
  @EnumSource
  void intermediatesMayVaryOrBeTheSame(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[[a], [ab, ba]] [[a], [b], []] [hits a, hits a, hits a, hits b, hits c]",
        OVER.run(compiler, "Scenarios.intermediates"));
  }

  @ParameterizedTest
  @EnumSource
  void nullIsAValueWhereItMayBe(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[[6], [2], [10]] [mill/4, null]"
            + " [weight 3, weight null, weight 5, index, size, hits mill, best, hits x, best]",
        OVER.run(compiler, "Scenarios.nullables"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSetLastCounts(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[[mill], [mill, millrace], [mill, millrace]] [[millrace]]",
        OVER.run(compiler, "Scenarios.lastCounts"));
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeRunIsRefusedBeforeAnythingRuns(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        """
        "query" is null for item 1; declare it @Nullable, or give it a value
        "Search" maps over "query" (2 items) and "k" (1 items) together; they must be equally long
        "Search" combines its lists to at least 2500000000 items, more than a list can hold; map\
         over parts of them
        [corpus, query][0, 1] []""",
        OVER.run(compiler, "Scenarios.refused"));
    assertEquals(
        "Closed was not given weight for item 1 of 2; set it on Over: .weight(…) for all items"
            + " alike, or one value for each []",
        OVER.run(compiler, "Scenarios.aVariantLacksAnInput"));
  }

  @ParameterizedTest
  @EnumSource
  void anItemThatFailsIsAnOutcomeThatCanBeReproduced(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[Ok[value=[8]],"
            + " Failed[\"scores.score\", item 1: java.io.IOException: no score for badweir],"
            + " Ok[value=[]],"
            + " Ok[value=[8]],"
            + " {corpus=mill badweir bad, query=bad, boost=2}, no score for badweir,"
            + " [index, hits mill, weight 2, hits bad, weight 2, hits x, hits l, weight 2,"
            + " index, hits bad, weight 2]]",
        OVER.run(compiler, "Scenarios.failures").toString());
  }

  @ParameterizedTest
  @EnumSource
  void whatFailsForAllRunsOnce(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[Failed[\"index\", item 0: java.io.IOException: an empty corpus],"
            + " Failed[\"index\", item 1: java.io.IOException: an empty corpus]] [index]",
        OVER.run(compiler, "Scenarios.aConstantFails"));
  }

  @ParameterizedTest
  @EnumSource
  void aFailureNamesTheNodeInsideANestedUse(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[Ok[value=[4, 8]],"
            + " Failed[\"scores.weight\", item 1: java.lang.IllegalArgumentException: 13]]",
        OVER.run(compiler, "Scenarios.aConstantOfAMapFails").toString());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHiddenRunsOnceTooAndOnlyIfAnItemNeedsIt(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[short [a, b]!, long [a, b]3!, weighted 1.5!, long [a, b]3!, short [a, b]!]"
            + " [counted, sorted, first, rating, all, rating, weighed, rating, rating, rating]",
        OVER.run(compiler, "Scenarios.hidden"));
    assertEquals(
        "[weighted 3.0!, weighted 6.0!] [counted, weighed, rating, weighed, rating]",
        OVER.run(compiler, "Scenarios.lazy"));
  }

  @ParameterizedTest
  @EnumSource
  void aResourceOfAllIsOpenForAllAndOneOfAnItemForThat(CompilerUnderTest compiler)
      throws Exception {
    assertEquals(
        List.of(
            "open key k",
            "open hall of k",
            "open chamber 1",
            "visit",
            "close chamber 1",
            "open chamber 2",
            "visit",
            "close chamber 2",
            "close hall of k",
            "[hall of k, chamber 1, hall of k, chamber 2]",
            "close key k"),
        OVER.run(compiler, "Scenarios.resourcesOfAll"));
    assertEquals(
        List.of(
            "open key b",
            "open key a",
            "open hall of a",
            "open chamber 7",
            "visit",
            "close hall of a",
            "open hall of b",
            "visit",
            "close hall of b",
            "open hall of a",
            "visit",
            "close hall of a",
            "close chamber 7",
            "[hall of a, chamber 7, hall of b, chamber 7, hall of a, chamber 7]",
            "close key a"),
        OVER.run(compiler, "Scenarios.resourcesThatVary"));
    assertEquals(
        List.of(
            "open chamber 1",
            "open chamber 2",
            "[Room[name=chamber 1], Room[name=chamber 2]]",
            "close chamber 2",
            "close chamber 1"),
        OVER.run(compiler, "Scenarios.resourcesAskedFor"));
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsTheCallAndIsDeclaredWhereANodeDeclaresIt(CompilerUnderTest compiler)
      throws Exception {
    assertEquals("after 2", OVER.run(compiler, "Scenarios.interrupted"));
  }

  @ParameterizedTest
  @EnumSource
  void valuesThatDifferInACapitalAloneHaveTheirOwnMethods(CompilerUnderTest compiler)
      throws Exception {
    assertEquals(List.of("ac", "bd"), OVER.run(compiler, "Scenarios.capitals"));
  }

  @ParameterizedTest
  @EnumSource
  void aListenerIsToldOfEachRunAndOfAllTogether(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "run Search",
            "map Search 2",
            "run Search in a call",
            "end index 1",
            "end hits 1",
            "map scores 1",
            "end scores.weight 1",
            "end scores.score 1",
            "at scores 1/1, 0 failed",
            "end scores 1",
            "ran Search in a call",
            "at Search 1/2, 0 failed",
            "run Search in a call",
            "end hits 1",
            "map scores 1",
            "end scores.weight 1",
            "failed Search in a call",
            "at Search 2/2, 1 failed",
            "end Search 2",
            "ran Search"),
        OVER.run(compiler, "Scenarios.listened"));
  }
}
