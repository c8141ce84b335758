package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What has seen a failure is not kept, nor what is below it: each scenario runs twice while an item
 * fails, and twice when none does. The items that did not fail are kept.
 */
@Timeout(120)
final class DoubtfulTest {
  private static final Program KEPT = Program.of("kept");

  static Stream<Arguments> engines() {
    return Stream.of(CompilerUnderTest.values())
        .flatMap(
            compiler ->
                Stream.of(Engine.STRAIGHT, Engine.INLINE, Engine.STREAMED)
                    .map(engine -> Arguments.of(compiler, engine)));
  }

  private static void check(
      CompilerUnderTest compiler, Engine engine, String scenario, String... expected)
      throws Exception {
    assertEquals(
        List.of(expected),
        KEPT.run(compiler, "DoubtfulScenarios." + scenario, Cache.inMemory(), engine));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatIsBelowAFailureRunsEachTime(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "below",
        "2 good [below, good, number 1, number 3, number bad, size 1, size 3, size bad]",
        "2 good [below, good, number bad]",
        "3 good [below, good, number bad]",
        "3 good []");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatDoesNotSeeItIsKept(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "apart",
        "2 good3 texts [apart, below, good, number 1, number 3, number bad, size 1, size 3, size"
            + " bad]",
        "2 good3 texts [below, good, number bad]",
        "3 good3 texts [below, good, number bad]",
        "3 good3 texts []");
  }

  /** Of an item that fails in one of its outputs, all outputs have failed. */
  @ParameterizedTest
  @MethodSource("engines")
  void throughARecordOfLists(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "eachSeen",
        "[1, 3] [eachSeen, number 1, number 3, number bad, size 1, size 3, size bad]",
        "[1, 3] [eachSeen, number bad]",
        "[1, -3, 3] [eachSeen, number bad]",
        "[1, -3, 3] []");
    check(
        compiler,
        engine,
        "sizesSeen",
        "[1, 1] [number 1, number 3, number bad, size 1, size 3, size bad, sizesSeen]",
        "[1, 1] [number bad, sizesSeen]",
        "[1, 3, 1] [number bad, sizesSeen]",
        "[1, 3, 1] []");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void twoDeep(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "total",
        "3 [number 1, number 2, number bad, size 1, size 2, size bad, sum of 0, sum of 1, sum of"
            + " 2, total]",
        "3 [number bad, sum of 2, total]",
        "0 [number bad, sum of 2, total]",
        "0 []");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void ofATimeThatIsOver(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "answered",
        "1 [answer quick, answer slow, answered]",
        "1 [answer slow, answered]",
        "2 [answer slow, answered]",
        "2 []");
  }

  /** Runs of one call: those that saw no failure are kept. */
  @ParameterizedTest
  @MethodSource("engines")
  void ofOneRunOfMany(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "over",
        "[1 good, 1 good, 1 good] [below, below, below, good, good, good, number 1, number 2,"
            + " number bad, size 1, size 2, size bad]",
        "[1 good, 1 good, 1 good] [below, good, number bad]",
        "[2 good, 1 good, 1 good] [below, good, number bad]",
        "[2 good, 1 good, 1 good] []");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void ofWhatIsTheSameForAllRuns(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "overTheSame",
        "[1 times, 2 times] [good, number 1, number bad, size 1, size bad, times 1, times 2]",
        "[1 times, 2 times] [good, number bad, times 1, times 2]",
        "[2 times, 4 times] [good, number bad, times 1, times 2]",
        "[2 times, 4 times] []");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whenAllIsAskedFor(CompilerUnderTest compiler, Engine engine) throws Exception {
    String failed =
        "[Ok[value=1], Failed[\"numbers.number\", item 1: java.lang.IllegalArgumentException: bad],"
            + " Ok[value=3]] 2 good 1";
    String mended = "[Ok[value=1], Ok[value=-3], Ok[value=3]] 3 good -2";
    check(
        compiler,
        engine,
        "outcomes",
        failed
            + " [answer quick, answered, apart, below, eachSeen, good, number 1, number 3, number"
            + " bad, number bad, number bad, size 1, size 3, size bad, sizesSeen, sum of 2, times 2,"
            + " total]",
        failed
            + " [below, eachSeen, good, number bad, number bad, number bad, sizesSeen, sum of 2,"
            + " times 2, total]",
        mended + " [below, eachSeen, good, number bad, sizesSeen, sum of 2, times 2, total]",
        mended + " []");
  }
}
