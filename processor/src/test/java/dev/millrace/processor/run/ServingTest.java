package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pipelines that many threads call, by the calls that their twins get. */
@Timeout(60)
final class ServingTest {
  private static final Program SERVING = Program.of("serving");

  private static void check(CompilerUnderTest compiler, String scenario, Object... told)
      throws Exception {
    assertEquals(List.of(told), SERVING.run(compiler, "Scenarios." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void callsOfManyThreadsAreOne(CompilerUnderTest compiler) throws Exception {
    check(compiler, "callsOfManyThreadsAreOne", "A", "B", "C", "D", "open m", "batch [a, b, c, d]");
  }

  @ParameterizedTest
  @EnumSource
  void whereverANodeIsCalledItMeetsItself(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "whereverANodeIsCalledItMeetsItself",
        "[A, B]",
        "C",
        "D",
        "open m",
        "batch [a, b, c, d]");
  }

  @ParameterizedTest
  @EnumSource
  void aRunOfThePipelineItselfMeetsNobody(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "aRunOfThePipelineItselfMeetsNobody",
        "A",
        "[B]",
        "c!",
        "open m",
        "one a",
        "batch [b]",
        "one c");
  }

  @ParameterizedTest
  @EnumSource
  void poisonIsItsOwnCallers(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "poisonIsItsOwnCallers",
        "A",
        "IllegalArgumentException",
        "[C, some.encoded 1 cannot read bad too]");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSharedMustBeTheSame(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "whatIsSharedMustBeTheSame",
        "2",
        "1",
        "4",
        "2",
        "lengths [a, bb] x",
        "lengths [c, dd] xx");
  }

  @ParameterizedTest
  @EnumSource
  void aBatchIsFilledByWeight(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aBatchIsFilledByWeight", "4", "2", "weighed [ab, four]");
  }

  @ParameterizedTest
  @EnumSource
  void whatMayNotMeetDoesNot(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whatMayNotMeetDoesNot", "a!", "b!", "c!", "one a", "one b", "one c");
  }

  @ParameterizedTest
  @EnumSource
  void withoutTwinsNobodyMeets(CompilerUnderTest compiler) throws Exception {
    check(compiler, "withoutTwinsNobodyMeets", "A", "[B]", "open m", "one a", "one b");
  }

  @ParameterizedTest
  @EnumSource
  void aTwinMayCallThePipelineThatIsServed(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aTwinMayCallThePipelineThatIsServed", "", "AB+CD", "AB+CD", "AB+CD");
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsIsToldThatItIsClosed(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "whoWaitsIsToldThatItIsClosed",
        "PipelineClosedException",
        "PipelineClosedException",
        "D",
        "[open m, one d]",
        "PipelineClosedException",
        "PipelineClosedException",
        "closed",
        "open m",
        "one d",
        "close");
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsHasOnlySoMuchTime(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whoWaitsHasOnlySoMuchTime", "over");
  }

  @ParameterizedTest
  @EnumSource
  void eachGetsItsOwn(CompilerUnderTest compiler) throws Exception {
    check(compiler, "eachGetsItsOwn", Collections.nCopies(8, 100).toArray());
  }

  @ParameterizedTest
  @EnumSource
  void itShowsWhoMeets(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "shows",
        "encoded = Nodes#encoded(text, model)  [with others, where served, after at most 3600000"
            + " ms]",
        "length = Nodes#length(text, unit)  [with others, where served, after at most 3600000 ms]",
        "weighed = Nodes#weighed(text)  [with others, where served, after at most 3600000 ms]",
        "near = Nodes#near(text)",
        "varying = Nodes#varying(text)",
        "sent = Nodes#sent(text)  [cache: NEVER]",
        "asked = Nodes#asked(question)  [with others, where served]",
        "loud = Nodes#loud(line)  [with others, where served]",
        "encoded = Nodes#encoded(text, model)  [with others, where served, after at most 3600000"
            + " ms]",
        "encoded = Nodes#encoded(text, model)  [in batches of at most 4]  [with others, where"
            + " served, after at most 3600000 ms]",
        "encoded = Nodes#encoded(text, model)  [in batches of at most 4]  [with others, where"
            + " served, after at most 3600000 ms]",
        "loud = Nodes#loud(line)  [in batches]  [with others, where served]");
  }
}
