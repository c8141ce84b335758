package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.UnequalLengthsException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nested uses: order, chunks, twins, and what fails. */
final class MapTest {
  private static final Program MAP = Program.of("map");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JAVAC | none         | true []
          ECJ   | none         | true []
          JAVAC | one          | true [factor, lengths 1]
          ECJ   | one          | true [factor, lengths 1]
          JAVAC | almostAChunk | true [factor, lengths 255]
          ECJ   | almostAChunk | true [factor, lengths 255]
          JAVAC | aChunk       | true [factor, lengths 256]
          ECJ   | aChunk       | true [factor, lengths 256]
          JAVAC | overAChunk   | true [factor, lengths 256, lengths 1]
          ECJ   | overAChunk   | true [factor, lengths 256, lengths 1]
          JAVAC | aThousand    | true [factor, lengths 256, lengths 256, lengths 256, lengths 232]
          ECJ   | aThousand    | true [factor, lengths 256, lengths 256, lengths 256, lengths 232]
          """)
  void theTwinRunsOnceAChunkAndOrderIsKept(
      CompilerUnderTest compiler, String scenario, String expected) throws Exception {
    assertEquals(expected, MAP.run(compiler, "Scenarios." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void resultsCannotBeChanged(CompilerUnderTest compiler) throws Exception {
    assertEquals("unmodifiable", MAP.run(compiler, "Scenarios.unmodifiable"));
  }

  @ParameterizedTest
  @EnumSource
  void oneClassServesTwoUses(CompilerUnderTest compiler) throws Exception {
    assertEquals("[20][40, 80]", MAP.run(compiler, "Scenarios.twoUses"));
  }

  @ParameterizedTest
  @EnumSource
  void aMapRunsInAMap(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(List.of(20, 40), List.of(), List.of(60)), MAP.run(compiler, "Scenarios.mapInMap"));
  }

  @ParameterizedTest
  @EnumSource
  void listsThatAreMappedTogetherAreZipped(CompilerUnderTest compiler) throws Exception {
    assertEquals(List.of("a1", "b2"), MAP.run(compiler, "Scenarios.zipped"));
    assertEquals(
        "\"pairs\" maps over \"left\" (2 items) and \"right\" (1 items) together; they must be"
            + " equally long",
        assertThrows(UnequalLengthsException.class, () -> MAP.run(compiler, "Scenarios.unequal"))
            .getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void anInnerOutputMayBeGivenForEach(CompilerUnderTest compiler) throws Exception {
    assertEquals("[2, 4, 6] []", MAP.run(compiler, "Scenarios.innerOutputGiven"));
  }

  @ParameterizedTest
  @EnumSource
  void withoutEachTheSingularFormRunsOnce(CompilerUnderTest compiler) throws Exception {
    assertEquals("80 [length four, factor]", MAP.run(compiler, "Scenarios.once"));
  }

  @ParameterizedTest
  @EnumSource
  void whatDoesNotVaryRunsOnceAndForNoItemsNotAtAll(CompilerUnderTest compiler) throws Exception {
    assertEquals("[hello 3 a, hello 3 b] [greeting]", MAP.run(compiler, "Scenarios.hoisted"));
    assertEquals("[] []", MAP.run(compiler, "Scenarios.hoistedForNone"));
  }

  @ParameterizedTest
  @EnumSource
  void aNullElementIsNamedByIndex(CompilerUnderTest compiler) {
    assertEquals(
        "\"word\" is null for item 2; declare it @Nullable, or give it a value",
        assertThrows(NullResultException.class, () -> MAP.run(compiler, "Scenarios.nullElement"))
            .getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void aSoundBatchRunsNothingElse(CompilerUnderTest compiler) throws Exception {
    assertEquals(List.of("[1, 2]", "twin 2"), MAP.run(compiler, "Scenarios.sound"));
  }

  @ParameterizedTest
  @EnumSource
  void aTwinThatFailsIsRunAgainRowByRowAndOnlyThePoisonRowFails(CompilerUnderTest compiler)
      throws Exception {
    assertEquals(
        List.of("IOException: cannot read bad", "parsed.number 1", "twin 3", "one 1", "one bad"),
        MAP.run(compiler, "Scenarios.poison"));
    assertEquals(
        List.of(
            "IOException: cannot read bad", "parsed.number 270", "twin 256", "twin 44", "one 1"),
        MAP.run(compiler, "Scenarios.poisonInALaterChunk"));
  }

  @ParameterizedTest
  @EnumSource
  void aTwinOfTheWrongSizeFailsByName(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "BatchSizeException: the @Batch twin of \"number\" was given 2 items and returned 1"
                + " results; it must return one for each, in their order",
            "parsed.number 0",
            "twin 2"),
        MAP.run(compiler, "Scenarios.wrongSize"));
  }

  @ParameterizedTest
  @EnumSource
  void aNullResultIsNamedByNodeAndIndex(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "NullResultException: \"number\" is null for item 1; its results are primitive,"
                + " and need a value each",
            "parsed.number 1",
            "twin 2"),
        MAP.run(compiler, "Scenarios.nullInTwin"));
    assertEquals(
        List.of(
            "NullResultException: \"checked\" is null for item 1; declare it @Nullable, or"
                + " give it a value",
            "parsed.checked 1",
            "twin 2"),
        MAP.run(compiler, "Scenarios.nullOfANode"));
  }

  @ParameterizedTest
  @EnumSource
  void theLowestFailingItemWinsWhicheverNodeFailedFirst(CompilerUnderTest compiler)
      throws Exception {
    assertEquals(
        List.of(
            "IllegalArgumentException: negative: -5",
            "parsed.checked 1",
            "twin 3",
            "one 1",
            "one -5",
            "one bad"),
        MAP.run(compiler, "Scenarios.lowestWins"));
    assertEquals(
        List.of("IOException: cannot read bad1", "parsed.number 1", "twin 3", "one 1", "one bad1"),
        MAP.run(compiler, "Scenarios.twoPoisons"));
  }

  @ParameterizedTest
  @EnumSource
  void aListenerIsToldOfMapsAndChunks(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "map scaled 300",
            "end scaled.factor 1",
            "batch scaled.length 256",
            "end scaled.length 256",
            "end scaled.doubled 256",
            "end scaled.result 256",
            "at scaled 256/300",
            "batch scaled.length 44",
            "end scaled.length 44",
            "end scaled.doubled 44",
            "end scaled.result 44",
            "at scaled 300/300",
            "end scaled 300"),
        MAP.run(compiler, "Scenarios.listened"));
  }
}
