package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.NullResultException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that are taken apart: their components are outputs. */
final class SplitTest {
  private static final Program SPLITS = Program.of("splits");

  @ParameterizedTest
  @EnumSource
  void componentsAreOutputsAndTheRecordIsComputedOnce(CompilerUnderTest compiler) throws Exception {
    assertEquals("[a, bb] 2 2 [a, bb]", SPLITS.run(compiler, "Scenarios.componentsAreOutputs"));
    assertEquals(
        List.of("counted a bb", "summary"),
        SPLITS.run(compiler, "Scenarios.theRecordIsComputedOnce"));
  }

  @ParameterizedTest
  @EnumSource
  void aGivenComponentStandsForTheRecordsAndOneOfAllSparesTheCall(CompilerUnderTest compiler)
      throws Exception {
    assertEquals(
        "7 [a, bb] [counted a bb, summary]", SPLITS.run(compiler, "Scenarios.aComponentGiven"));
    assertEquals("7 [x] [summary]", SPLITS.run(compiler, "Scenarios.allComponentsGiven"));
  }

  @ParameterizedTest
  @EnumSource
  void aRecordMayBeGenericOrHaveOneComponentOrComeLater(CompilerUnderTest compiler)
      throws Exception {
    assertEquals(30L, SPLITS.run(compiler, "Scenarios.oneComponentOfAStage"));
    assertEquals("s3{all=[3]}", SPLITS.run(compiler, "Scenarios.ofAGenericRecord"));
    assertEquals("L{k=[1]}", SPLITS.run(compiler, "Scenarios.ofAGenericRecordGiven"));
  }

  @ParameterizedTest
  @EnumSource
  void aComponentMayBeNullWhereItSaysSo(CompilerUnderTest compiler) throws Exception {
    assertEquals("null/two", SPLITS.run(compiler, "Scenarios.aNullComponentThatMayBe"));
    assertEquals("null/2[]", SPLITS.run(compiler, "Scenarios.aNullComponentGiven"));
  }

  @ParameterizedTest
  @EnumSource
  void aNullIsNamedAfterTheComponentOrAfterTheNode(CompilerUnderTest compiler) {
    assertEquals(
        "the node \"second\" returned null; declare the result @Nullable, or return a value",
        assertThrows(
                NullResultException.class,
                () -> SPLITS.run(compiler, "Scenarios.aNullComponentThatMayNot"))
            .getMessage());
    assertEquals(
        "the node \"picked\" returned null; declare the result @Nullable, or return a value",
        assertThrows(NullResultException.class, () -> SPLITS.run(compiler, "Scenarios.aNullRecord"))
            .getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void aMapGivesAListForEachComponent(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[1 [a], 2 [b, c]] [1, 2] [all counted 2, summary, summary, all counted 2, summary, summary]",
        SPLITS.run(compiler, "Scenarios.mapped"));
    assertEquals("[] [] []", SPLITS.run(compiler, "Scenarios.mappedOverNothing"));
    assertEquals("2.0 [aaa, b]", SPLITS.run(compiler, "Scenarios.once"));
  }

  @ParameterizedTest
  @EnumSource
  void componentsAreOutputsInsideToo(CompilerUnderTest compiler) throws Exception {
    assertEquals(List.of(1, 2, 1), SPLITS.run(compiler, "Scenarios.innerComponentAsOutput"));
    assertEquals(List.of(4.0, 2.0), SPLITS.run(compiler, "Scenarios.innerComponentGivenForEach"));
  }

  @ParameterizedTest
  @EnumSource
  void runGivesTheComponentsOfAll(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(List.of("a", "b"), 2, "s20", List.of(1), "a"),
        SPLITS.run(compiler, "Scenarios.everything"));
  }
}
