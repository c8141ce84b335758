package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failed item that is tried again after its run, where its node reads resources. */
final class ReproducingTest {
  private static final Program OPENING = Program.of("opening");

  private static void check(CompilerUnderTest compiler, String scenario, String expected)
      throws Exception {
    assertEquals(expected, OPENING.run(compiler, "Reproducing." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void usesWhatItsNodeReadsAndGivesItBack(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "afterTheRun",
        "{text=two, unit=10} IllegalArgumentException: s cannot weigh two / 30 30 [10, 30] open s");
  }

  @ParameterizedTest
  @EnumSource
  void usesAllThatItsNodeReads(CompilerUnderTest compiler) throws Exception {
    check(compiler, "withMoreThanOneResource", "30 open s, open a");
  }

  @ParameterizedTest
  @EnumSource
  void runsANestedUseAgain(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aNestedUse", "sums.each [10, 30] open s");
  }

  @ParameterizedTest
  @EnumSource
  void opensWhatItsNodeMakes(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "whatANodeMakes",
        "ResourceOpenException: could not open \"finds.index\", index of broken: java.io.IOException: no words");
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedOnceThePipelineIsClosed(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "afterClosing",
        "PipelineClosedException: Trials is closed; build another one, or close it after its last run PipelineClosedException: Trials is closed; build another one, or close it after its last run");
  }
}
