package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shapes of a map: each with each, joined lists, failures as values, several outputs. */
final class ManyTest {
  private static final Program MANY = Program.of("many");

  @ParameterizedTest
  @EnumSource
  void aProductIsFlatAndItsFirstListIsTheSlowest(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[a-1, a-2, a-3, b-1, b-2, b-3] [sign, cells 6]", MANY.run(compiler, "Scenarios.grid"));
    assertEquals(
        "[a-1x, a-1y, a-2x, a-2y, a-3x, a-3y, b-1x, b-1y, b-2x, b-2y, b-3x, b-3y]"
            + " [sign, cells 12]",
        MANY.run(compiler, "Scenarios.cubes"));
    assertEquals(
        "true [sign, cells 256, cells 256, cells 88]", MANY.run(compiler, "Scenarios.largeGrid"));
    assertEquals("[a1, a2, a3, b1, b2, b3] []", MANY.run(compiler, "Scenarios.weighedGrid"));
  }

  @ParameterizedTest
  @EnumSource
  void aProductWithAnEmptyListIsEmpty(CompilerUnderTest compiler) throws Exception {
    assertEquals(List.of("[] []", "[] []", "[] []"), MANY.run(compiler, "Scenarios.emptyGrids"));
  }

  @ParameterizedTest
  @EnumSource
  void aProductKeepsFailuresAndJoinsLists(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[Ok[value=a-1], Ok[value=a-2], Ok[value=a-3], Ok[value=b-1],"
            + " Failed[\"checkedGrid.checked\", item 4: java.io.IOException: no b-2], Ok[value=b-3]]"
            + " [sign, cells 6]",
        MANY.run(compiler, "Scenarios.checkedGrid"));
    assertEquals(
        "[a-2, a-2, a-3, a-3, b-2, b-2, b-3, b-3] [sign, cells 6]",
        MANY.run(compiler, "Scenarios.flatGrid"));
  }

  @ParameterizedTest
  @EnumSource
  void failuresStandInTheirPlacesAndWhatFollowsThemDoesNotRun(CompilerUnderTest compiler)
      throws Exception {
    assertEquals(
        "[Ok[value=11], Failed[\"kept.first\", item 1: java.io.IOException: no io],"
            + " Failed[\"kept.second\", item 2: java.lang.IllegalStateException: three],"
            + " Ok[value=12], Failed[\"kept.first\", item 4: java.io.IOException: no io]]"
            + " [first a, first io, first abc, first bb, first io, seconds [1, 3, 2], last 11,"
            + " last 12]",
        MANY.run(compiler, "Scenarios.kept"));
    assertEquals("[] []", MANY.run(compiler, "Scenarios.keptNothing"));
    assertEquals(
        "IOException: no io in strict.first 1 [first a, first io, seconds [1], last 11]",
        MANY.run(compiler, "Scenarios.strict"));
    assertEquals("[0, 255, 256, 599] 596", MANY.run(compiler, "Scenarios.keptBeyondAChunk"));
  }

  @ParameterizedTest
  @EnumSource
  void aFailureKnowsItsInputsAndRunsAgain(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "kept.first 0 {word=io}",
            "IOException: no io [first io]",
            "kept.second 1 {first=3, plus=10}",
            "IllegalStateException: three []"),
        MANY.run(compiler, "Scenarios.reproduced"));
  }

  @ParameterizedTest
  @EnumSource
  void joinedListsHaveFailuresInThePlacesOfTheLists(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[Ok[value=a], Ok[value=b], Failed[\"lettersKept.first\", item 1: java.io.IOException: no"
            + " io], Ok[value=c], Failed[\"lettersKept.letters\", item 3:"
            + " dev.millrace.runtime.NullResultException: \"letters\" is null for item 3; declare"
            + " it @Nullable, or give it a value]] [first ab, first io, first c, first null,"
            + " seconds [2, 1, 4], last 12, last 11, last 14]",
        MANY.run(compiler, "Scenarios.lettersKept"));
  }

  @ParameterizedTest
  @EnumSource
  void softAndStrictMapsNestInEachOther(CompilerUnderTest compiler) throws Exception {
    String lost = "Failed[\"%s.values.first\", item 1: java.io.IOException: no io]";
    assertEquals(
        List.of(
            "[Ok[value=[Ok[value=11], "
                + lost.formatted("softInSoft")
                + "]], Ok[value=[]], Ok[value=[Ok[value=12]]]]"
                + " [first a, first io, first bb, seconds [1, 2], last 11, last 12]",
            "[Failed[\"strictInSoft.values\", item 0: java.io.IOException: no io], Ok[value=[]],"
                + " Ok[value=[12]]]"
                + " [first a, first io, first bb, seconds [1, 2], last 11, last 12]",
            "[[Ok[value=11], "
                + lost.formatted("softInStrict")
                + "], [], [Ok[value=12]]]"
                + " [first a, first io, first bb, seconds [1, 2], last 11, last 12]"),
        MANY.run(compiler, "Scenarios.nested"));
  }

  @ParameterizedTest
  @EnumSource
  void interruptsAndErrorsEndTheRun(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "InterruptedException: interrupt in kept.first 1 [first a, first interrupt]",
            "StackOverflowError: error [first a, first error]",
            "IOException: no io in kept.first 0 [first io]",
            "interrupted true"),
        MANY.run(compiler, "Scenarios.endsTheRun"));
  }

  @ParameterizedTest
  @EnumSource
  void whatASoftMapsNodesDeclareIsStillDeclared(CompilerUnderTest compiler) throws Exception {
    ClassLoader loader = MANY.built(compiler).loader();
    Class<?> inputs = loader.loadClass("many.ManyPipeline$Inputs");
    Class<?>[] thrown =
        loader.loadClass("many.ManyPipeline").getDeclaredMethod("kept", inputs).getExceptionTypes();
    assertEquals(List.of(IOException.class, InterruptedException.class), List.of(thrown));
  }

  @ParameterizedTest
  @EnumSource
  void aCancelledItemIsToldAsSuch(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[Ok[value=11], Failed[\"kept.first\", item 1: dev.millrace.runtime.CancelledException:"
            + " \"kept.first\" threw a CancellationException, or its stage was cancelled; the run"
            + " itself was not; see the cause]]"
            + " [first a, first cancel, seconds [1], last 11]"
            + "CancellationException: cancel in strict.first 1"
            + " [first a, first cancel, seconds [1], last 11]",
        MANY.run(compiler, "Scenarios.cancelled"));
  }

  @ParameterizedTest
  @EnumSource
  void listsAndStreamsAreJoinedAndANullIsNamed(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "[a, b, c] []",
            "[] []",
            "[a, b, c] []",
            "NullResultException: \"broken\" is null for item 1; declare it @Nullable, or"
                + " give it a value in broken.broken 1 []"),
        MANY.run(compiler, "Scenarios.flat"));
  }

  @ParameterizedTest
  @EnumSource
  void twoListsOfOneMapAreComputedOnce(CompilerUnderTest compiler) throws Exception {
    String ran =
        "[trimmed  a, trimmed bb , trimmed a, length, length, length, upper, upper, upper]";
    assertEquals(
        List.of(
            "[1, 2, 1] " + ran, "[A, BB, A] " + ran, "4 " + ran, "3 []", "[7] [A, BB, A] 7 " + ran),
        MANY.run(compiler, "Scenarios.split"));
    assertEquals(
        "[Ok[value=1], %1$s, Ok[value=2]] [Ok[value=a], %1$s, Ok[value=bb]]"
            .formatted(
                "Failed[\"keptBoth.risky\", item 1: java.lang.IllegalArgumentException: empty]"),
        MANY.run(compiler, "Scenarios.splitSoftly").toString().replaceFirst(" \\[trimmed.*", ""));
    assertEquals(
        "A1 [trimmed  a , length, upper, trimmed b, length, upper]",
        MANY.run(compiler, "Scenarios.splitOnce"));
  }

  @ParameterizedTest
  @EnumSource
  void listsOfSomethingAreReadAndMapped(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of("[1.5] []", "[0.5, 1.25] []", "[1.0] []", "3.5 []"),
        MANY.run(compiler, "Scenarios.wildcards"));
  }

  @ParameterizedTest
  @EnumSource
  void mapsNestThreeDeep(CompilerUnderTest compiler) throws Exception {
    assertEquals("[[[-a, -b], []], [], [[-c]]] [mark]", MANY.run(compiler, "Scenarios.threeDeep"));
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeWeighedFailsLikeItsNode(CompilerUnderTest compiler) throws Exception {
    String negative =
        "java.lang.IllegalArgumentException: many.Many$Strict weighs \"left\" of item 2 as -1; a"
            + " weight is at least 0";
    assertEquals(
        List.of(
            "[aa-+, b-+, cc-+, d-+] [joined [b, d], joined [aa], joined [cc]]",
            "IllegalStateException: cannot weigh throws in weighed.joined 1 [joined [a]]",
            "IllegalStateException: cannot weigh throws in weighed.joined 0 []",
            "[Ok[value=a-+], Failed[\"weighedSoftly.joined\", item 1:"
                + " java.lang.IllegalStateException: cannot weigh throws],"
                + " Failed[\"weighedSoftly.joined\", item 2: "
                + negative
                + "], Ok[value=b-+]] [joined [a, b]]",
            "[-+x, -+y, -+z] [joined [-+], joined [-+], joined [-+]]"),
        MANY.run(compiler, "Scenarios.weighed"));
  }

  @ParameterizedTest
  @EnumSource
  void aNullAmongTheItemsIsNoItemsFailure(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "NullResultException: \"word\" is null for item 1; declare it @Nullable, or give it a value"
            + " []",
        MANY.run(compiler, "Scenarios.nullElement"));
  }
}
