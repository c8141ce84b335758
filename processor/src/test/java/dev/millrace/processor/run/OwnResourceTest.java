package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resources that a run has to itself: leased from a pool, or made by its nodes. */
final class OwnResourceTest {
  private static final Program OPENING = Program.of("opening");

  private static void check(CompilerUnderTest compiler, String scenario, String expected)
      throws Exception {
    assertEquals(expected, OPENING.run(compiler, "Owning." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void whatANodeMakesIsClosedWithItsRun(CompilerUnderTest compiler) throws Exception {
    check(compiler, "closedWithItsRun", "true true open a b, close a b");
  }

  @ParameterizedTest
  @EnumSource
  void asAnOutputItIsClosedWithThePipeline(CompilerUnderTest compiler) throws Exception {
    check(compiler, "anOutputIsClosedWithThePipeline", "open a b, has true, close a b");
    check(
        compiler,
        "allOutputsAreClosedWithThePipeline",
        "open a b, open b, open t, true true, true [Ok[value=true]],"
            + " close t, close b, close a b");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsGivenInsteadStaysTheCallers(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whatIsGivenStaysTheCallers", "open a b, true true");
  }

  @ParameterizedTest
  @EnumSource
  void inAMapTheyLastAsLongAsItsList(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "inAMapTheyLastAsLongAsItsList",
        "open a, open b, close b, close a, many 1, open a, open b, kept 2, open c, kept, close c,"
            + " close b, close a");
  }

  @ParameterizedTest
  @EnumSource
  void anItemThatCannotBeOpenedFailsAlone(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "anItemThatCannotBeOpenedFails",
        "[true, false] Failed[\"finds.index\", item 1: dev.millrace.runtime.ResourceOpenException:"
            + " could not open \"finds.index\", index of broken: java.io.IOException: no words]"
            + " ResourceOpenException: could not open \"index\", index of broken:"
            + " java.io.IOException: no words open a b, open c, close c, close a b");
  }

  @ParameterizedTest
  @EnumSource
  void aVariantLastsAsLongAsTheOutput(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "aVariantLastsAsLongAsTheOutput",
        "open large, close large, has true, open large, has true, close large");
  }

  @ParameterizedTest
  @EnumSource
  void runsLeaseWhatTheyDoNotShare(CompilerUnderTest compiler) throws Exception {
    check(compiler, "runsLeaseWhatTheyDoNotShare", "true 2");
    check(compiler, "whatIsNoHandleIsLeasedToo", "true 2");
  }

  @ParameterizedTest
  @EnumSource
  void runsWithSwappedArgumentsDoNotBlockEachOther(CompilerUnderTest compiler) throws Exception {
    check(compiler, "runsWithSwappedArgumentsDoNotBlockEachOther", "true 1 1");
  }
}
