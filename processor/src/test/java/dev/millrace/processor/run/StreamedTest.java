package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Maps whose stages run at once. */
@Timeout(120)
final class StreamedTest {
  private static final Program STREAMING = Program.of("streaming");

  private static void check(CompilerUnderTest compiler, String scenario, Object expected)
      throws Exception {
    assertEquals(expected, STREAMING.run(compiler, "Scenarios." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void lanesHaveInstancesOfTheirOwnAsLongAsThereAreSome(CompilerUnderTest compiler)
      throws Exception {
    check(
        compiler,
        "eachLaneHasAWorkerAndThereAreTwo",
        "before 0, made 2, open 0, shared by two 0, right true");
  }

  @ParameterizedTest
  @EnumSource
  void runsAndLanesShareInstancesWithoutWaitingForEachOther(CompilerUnderTest compiler)
      throws Exception {
    check(
        compiler,
        "runsShareWorkersFairly",
        "made at most 2: true, open 0, shared by two 0, failed null");
  }

  @ParameterizedTest
  @EnumSource
  void theLowestItemThatFailsIsToldOf(CompilerUnderTest compiler) throws Exception {
    check(compiler, "theLowestItemThatFailsIsToldOf", "");
  }

  @ParameterizedTest
  @EnumSource
  void failuresAreKeptInTheirPlaces(CompilerUnderTest compiler) throws Exception {
    check(compiler, "failuresAreKeptInTheirPlaces", 500L);
  }

  @ParameterizedTest
  @EnumSource
  void whatHasEffectsRunsInOrder(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whatHasEffectsRunsInOrder", "true true");
  }

  @ParameterizedTest
  @EnumSource
  void aPipelineThatIsClosedTakesNothingMore(CompilerUnderTest compiler) throws Exception {
    String closed = "Streaming is closed; build another one, or close it after its last run";
    check(compiler, "closedMeanwhile", closed + " / " + closed);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptOfTheCallerReachesTheStages(CompilerUnderTest compiler) throws Exception {
    check(compiler, "interruptedMeanwhile", "InterruptedException true false");
  }

  @ParameterizedTest
  @EnumSource
  void aNodeMayCallItsPipeline(CompilerUnderTest compiler) throws Exception {
    check(compiler, "calledFromItsOwnNode", 30);
  }

  @ParameterizedTest
  @EnumSource
  void aRunTakesNoLongerThanItMay(CompilerUnderTest compiler) throws Exception {
    String late = "the run of Streaming was not done within 50ms; give it truefalse\n";
    check(
        compiler,
        "noLongerThanItMay",
        late.repeat(4) + "9a run of Streaming needs some time, but it is given PT0S");
  }
}
