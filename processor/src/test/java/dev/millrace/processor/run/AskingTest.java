package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Maps over nodes that take their time: many calls are under way, results come in order. */
@Timeout(120)
final class AskingTest {
  private static final Program STREAMING = Program.of("streaming");

  private static void check(CompilerUnderTest compiler, String scenario, Object expected)
      throws Exception {
    assertEquals(expected, STREAMING.run(compiler, "AskingScenarios." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void asManyCallsAreUnderWayAsMayBe(CompilerUnderTest compiler) throws Exception {
    check(compiler, "asManyAreUnderWayAsMayBe", "true8 true8 true8 true8 ");
  }

  @ParameterizedTest
  @EnumSource
  void asManyThreadsWaitAsMay(CompilerUnderTest compiler) throws Exception {
    check(compiler, "asManyWaitAtOnceAsMay", "true true");
  }

  @ParameterizedTest
  @EnumSource
  void theLowestFailureIsToldAndTheOthersAreCancelled(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "theLowestFailureIsToldAndTheOthersAreCancelled",
        "no answer to 3, all cancelled: true");
  }

  @ParameterizedTest
  @EnumSource
  void failuresAreKeptInTheirPlaces(CompilerUnderTest compiler) throws Exception {
    check(compiler, "failuresAreKeptInTheirPlaces", "");
  }
}
