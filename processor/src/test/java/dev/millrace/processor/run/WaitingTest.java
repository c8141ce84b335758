package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes that complete later, are tried again, or have only so much time. */
final class WaitingTest {
  private static final Program WAITING = Program.of("waiting");

  @ParameterizedTest
  @EnumSource
  void aStageIsReadAsWhatItComesTo(CompilerUnderTest compiler) throws Exception {
    assertEquals("re: why 're: why' 14 n7 perhaps null", WAITING.run(compiler, "Scenarios.stages"));
    assertEquals("6 10", WAITING.run(compiler, "Scenarios.aStageGiven"));
  }

  @ParameterizedTest
  @EnumSource
  void aStageFailsAsItsNode(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of("IOException: no question", List.of(), List.of()),
        WAITING.run(compiler, "Scenarios.aFailedStage"));
    assertEquals(
        List.of(
            "NullResultException: "
                + "the node \"nothing\" returned null; declare the result @Nullable, or return"
                + " a value",
            List.of(),
            List.of()),
        WAITING.run(compiler, "Scenarios.aStageOfNothing"));
    assertEquals(
        List.of(
            "NullResultException: "
                + "\"noStage\" returned null, which is no stage; return one, and of null where the"
                + " result is @Nullable",
            List.of(),
            List.of()),
        WAITING.run(compiler, "Scenarios.noStage"));
  }

  @ParameterizedTest
  @EnumSource
  void aNodeIsTriedAgainUntilItReturns(CompilerUnderTest compiler) throws Exception {
    assertEquals("u at 4 4", WAITING.run(compiler, "Scenarios.triedAgain"));
    assertEquals(3L, WAITING.run(compiler, "Scenarios.primitives"));
    assertEquals("null [none, none]", WAITING.run(compiler, "Scenarios.nullTriedAgain"));
  }

  @ParameterizedTest
  @EnumSource
  void theLastFailureIsThrownWithThoseBeforeIt(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "IOException: down 4",
            List.of("down 1", "down 2", "down 3"),
            List.of("fetched", "fetched", "fetched", "fetched")),
        WAITING.run(compiler, "Scenarios.triedInVain"));
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsWorthItIsTriedAgain(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of("FileNotFoundException: gone 1", List.of(), List.of("fetched")),
        WAITING.run(compiler, "Scenarios.notTriedOn"));
    assertEquals(
        List.of("IllegalArgumentException: bad 1", List.of(), List.of("fetched")),
        WAITING.run(compiler, "Scenarios.notWorthIt"));
  }

  @ParameterizedTest
  @EnumSource
  void theWholeOfAStageOrStreamIsTriedAgain(CompilerUnderTest compiler) throws Exception {
    assertEquals(2, WAITING.run(compiler, "Scenarios.aStageTriedAgain"));
    assertEquals(
        List.of("IOException: later 2", List.of("later 1"), List.of("later", "later")),
        WAITING.run(compiler, "Scenarios.aStageTriedInVain"));
    assertEquals(
        "[a, b] [lines, closed, lines, closed]",
        WAITING.run(compiler, "Scenarios.aStreamTriedAgain"));
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatTakesTooLongIsInterrupted(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "NodeTimeoutException: the node \"slow\" was not done within 1ms; give it more time in @Timeout, or have it do less in one call",
            List.of(),
            List.of("slow")),
        WAITING.run(compiler, "Scenarios.tooSlow"));
    assertEquals(
        "slow PT0.001S false", WAITING.run(compiler, "Scenarios.notInterruptedAfterwards"));
    assertEquals("why!", WAITING.run(compiler, "Scenarios.inTime"));
    assertEquals(
        List.of("IOException: no question", List.of(), List.of()),
        WAITING.run(compiler, "Scenarios.failedInTime"));
  }

  @ParameterizedTest
  @EnumSource
  void theWholeOfAStageOrStreamHasTheTime(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "NodeTimeoutException: the node \"never\" was not done within 1ms; give it more time in @Timeout, or have it do less in one call",
            List.of(),
            List.of("cancelled true")),
        WAITING.run(compiler, "Scenarios.aStageTooSlow"));
    assertEquals(
        List.of(
            "NodeTimeoutException: the node \"neverStarted\" was not done within 1ms; give it more time in @Timeout, or have it do less in one call",
            List.of(),
            List.of()),
        WAITING.run(compiler, "Scenarios.aStageNotStarted"));
    assertEquals(
        List.of(
            "NodeTimeoutException: the node \"endless\" was not done within 1ms; give it more time in @Timeout, or have it do less in one call",
            List.of(),
            List.of("closed")),
        WAITING.run(compiler, "Scenarios.aStreamTooSlow"));
  }

  @ParameterizedTest
  @EnumSource
  void eachAttemptHasTheTime(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "NodeTimeoutException: the node \"stubborn\" was not done within 1ms; give it more time in @Timeout, or have it do less in one call",
            List.of(
                "the node \"stubborn\" was not done within 1ms; give it more time in @Timeout, or have it do less in one call",
                "the node \"stubborn\" was not done within 1ms; give it more time in @Timeout, or have it do less in one call"),
            List.of("stubborn", "stubborn", "stubborn")),
        WAITING.run(compiler, "Scenarios.eachAttemptHasTheTime"));
  }

  @ParameterizedTest
  @EnumSource
  void eachItemIsTriedAgain(CompilerUnderTest compiler) throws Exception {
    assertEquals("[1, 4] [a, a, bb, bb]", WAITING.run(compiler, "Scenarios.mapped"));
    assertEquals(
        List.of(
            "IOException: bad",
            List.of("again bad", "in the node \"squares.parsed\", item 1"),
            List.of("a", "a", "bad", "bad")),
        WAITING.run(compiler, "Scenarios.mappedInVain"));
    assertEquals(
        List.of("1", "outcomes.parsed 1 {item=bad, base=0} java.io.IOException: bad", "2"),
        WAITING.run(compiler, "Scenarios.mappedSoftly"));
    assertEquals("9 [abc, abc]", WAITING.run(compiler, "Scenarios.once"));
  }

  @ParameterizedTest
  @EnumSource
  void eachItemHasTheTime(CompilerUnderTest compiler) throws Exception {
    String late =
        "dev.millrace.runtime.NodeTimeoutException: the node \"stuck\" was not done within 1ms; give it more time in @Timeout, or have it do less in one call";
    assertEquals(
        List.of("stucks.stuck 0 {item=a} " + late, "stucks.stuck 1 {item=b} " + late),
        WAITING.run(compiler, "Scenarios.itemsTooSlow"));
  }

  @ParameterizedTest
  @EnumSource
  void aTwinIsTriedAgainAsAWhole(CompilerUnderTest compiler) throws Exception {
    assertEquals("[1, 2] [twin, twin]", WAITING.run(compiler, "Scenarios.theTwinIsTriedAgain"));
  }

  @ParameterizedTest
  @EnumSource
  void whatMayNotRunTwiceFailsItsWholeBatch(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            List.of(1, 1),
            List.of(
                "IOException: the batch holds bad",
                List.of("in the node \"sends.sent\", item 0"),
                List.of("twin", "twin"))),
        WAITING.run(compiler, "Scenarios.whatMayNotRunTwiceFailsItsBatch"));
    assertEquals(
        "[sendings.sent 0 {word=a} java.io.IOException: the batch holds bad, sendings.sent 1 {word=bad} java.io.IOException: the batch holds bad] [twin]",
        WAITING.run(compiler, "Scenarios.whatMayNotRunTwiceFailsEveryItem"));
  }
}
