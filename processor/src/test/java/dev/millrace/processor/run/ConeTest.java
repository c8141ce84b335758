package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Folder;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.MissingInputException;
import dev.millrace.runtime.NullResultException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The straight line: what runs, what does not, and what comes out. */
final class ConeTest {
  private static final Program CONE = Program.of("cone");

  @ParameterizedTest
  @EnumSource
  void onlyTheConeOfAnOutputRuns(CompilerUnderTest compiler) throws Exception {
    assertEquals("t<>>t [left, right, joined]", CONE.run(compiler, "Scenarios.onlyTheCone"));
  }

  @ParameterizedTest
  @EnumSource
  void runComputesEveryOutput(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "t<>tt<>t7[left, right, joined, apart]", CONE.run(compiler, "Scenarios.everything"));
  }

  @ParameterizedTest
  @EnumSource
  void aWitherLeavesItsOriginalAsItWas(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of("a", "b", "given", "a<", "given"), CONE.run(compiler, "Scenarios.withers"));
  }

  @ParameterizedTest
  @EnumSource
  void aGivenIntermediateIsNotComputedNorAreItsAncestors(CompilerUnderTest compiler)
      throws Exception {
    assertEquals("LR [joined]", CONE.run(compiler, "Scenarios.givenIntermediate"));
    assertEquals("J []", CONE.run(compiler, "Scenarios.givenOutput"));
  }

  @ParameterizedTest
  @EnumSource
  void allThatIsMissingIsNamedBeforeAnythingRuns(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[text, times] Diamond was not given text, times; set them on Inputs, as in .text(…), or"
            + " start from inputs(), which asks for everything []",
        CONE.run(compiler, "Scenarios.missing"));
    assertEquals(List.of("text", "times"), CONE.run(compiler, "Scenarios.missingBesideGiven"));
    assertThrows(
        MissingInputException.class, () -> CONE.run(compiler, "Scenarios.accessorOfWhatIsMissing"));
  }

  @ParameterizedTest
  @EnumSource
  void aCheckedExceptionPassesThroughUnwrapped(CompilerUnderTest compiler) {
    IOException thrown =
        assertThrows(IOException.class, () -> CONE.run(compiler, "Scenarios.checked"));
    assertEquals("no t<", thrown.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void nullIsRefusedByName(CompilerUnderTest compiler) {
    assertEquals(
        "the node \"nothing\" returned null; declare the result @Nullable, or return a value",
        assertThrows(NullResultException.class, () -> CONE.run(compiler, "Scenarios.nullResult"))
            .getMessage());
    assertEquals(
        "\"text\" is null; give it a value or leave it out",
        assertThrows(NullPointerException.class, () -> CONE.run(compiler, "Scenarios.nullInput"))
            .getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void aListenerIsToldInOrder(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "run Diamond",
            "start left",
            "end left 1",
            "start joined",
            "end joined 1",
            "ran Diamond",
            "run Diamond",
            "start broken",
            "failed Diamond: no L",
            "caught no L"),
        CONE.run(compiler, "Scenarios.listened"));
  }

  @ParameterizedTest
  @EnumSource
  void aListenerThatThrowsHarmsNothing(CompilerUnderTest compiler) throws Exception {
    assertEquals("t<>t", CONE.run(compiler, "Scenarios.badListener"));
  }

  @ParameterizedTest
  @EnumSource
  void describeDrawsTheSteps(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        """
        Diamond
          text: String
          times: int
          other: long
          fails: boolean
          result: String
          left = Diamond.Nodes#left(text)
          right = Diamond.Nodes#right(text, times)
          joined = Diamond.Nodes#joined(left, right)
          apart = Diamond.Nodes#apart(other)
          broken = Diamond.Nodes#broken(left, fails)
          nothing = Diamond.Nodes#nothing(left, result)""",
        CONE.run(compiler, "Scenarios.described"));
  }

  @ParameterizedTest
  @EnumSource
  void aSkippedStageDoesNotCompile(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .source(Folder.of("programs/cone").sources().get("Diamond.java"))
            .source(
                """
                package cone;
                final class Skips {
                  private Skips() {}
                  static Object skips() {
                    return DiamondPipeline.inputs().text("t").other(7L);
                  }
                }
                """)
            .run();
    assertFalse(built.success());
    assertEquals("Skips.java:5", built.reports().get(0).place().replaceFirst(":\\d+$", ""));
  }
}
