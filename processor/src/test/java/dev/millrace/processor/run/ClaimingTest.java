package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two at the same work in one process: each item is computed once, and nobody waits for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ClaimingTest {
  private static final Program CLAIMS = Program.of("claims");

  static Stream<Arguments> engines() {
    return DoubtfulTest.engines();
  }

  static Stream<Arguments> chunks() {
    return DoubtfulTest.engines()
        .flatMap(
            each ->
                Stream.of(1, 2, 7, 256)
                    .map(chunk -> Arguments.of(each.get()[0], each.get()[1], chunk)));
  }

  @ParameterizedTest
  @MethodSource("chunks")
  void twoInOppositeOrders(
      CompilerUnderTest compiler, Engine engine, int chunk, @TempDir Path folder) throws Exception {
    for (int round = 0; round < 3; round++) {
      Cache cache = Cache.at(folder.resolve("round" + round));
      assertEquals(
          "1000 done, again {}[]",
          CLAIMS.run(compiler, "Scenarios.opposite", cache, engine, chunk, 200, false));
    }
  }

  @ParameterizedTest
  @MethodSource("chunks")
  void twoInOppositeOrdersOfWhatWaits(
      CompilerUnderTest compiler, Engine engine, int chunk, @TempDir Path folder) throws Exception {
    String seen =
        (String)
            CLAIMS.run(compiler, "Scenarios.opposite", Cache.at(folder), engine, chunk, 200, true);
    assertEquals("250 done, again []", seen.replaceAll("\\{.*\\}", ""));
  }

  @ParameterizedTest
  @MethodSource("chunks")
  void twoInMapsOfMaps(CompilerUnderTest compiler, Engine engine, int chunk) throws Exception {
    assertEquals(
        "again {}[]",
        CLAIMS.run(compiler, "Scenarios.twoDeep", Cache.inMemory(), engine, chunk, 60));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whoWaitsTakesWhatTheOtherHasDone(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    for (boolean isMapped : new boolean[] {true, false}) {
      assertEquals(
          "t!, t! {alone t=1}",
          CLAIMS.run(compiler, "Scenarios.waiter", Cache.inMemory(), engine, isMapped, false));
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whoWaitsForOneThatFailsComputesItself(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    for (boolean isMapped : new boolean[] {true, false}) {
      assertEquals(
          "java.lang.IllegalStateException: held up, t! {alone t=2}",
          CLAIMS.run(compiler, "Scenarios.waiter", Cache.inMemory(), engine, isMapped, true));
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void insideOfUsesThatAreNotTheSameWhatIsIsDoneOnce(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    assertEquals(
        "t!1, t!2 {alone t=1, top 1=1, top 2=1}",
        CLAIMS.run(compiler, "Scenarios.deep", Cache.inMemory(), engine, false));
    assertEquals(
        "java.lang.IllegalStateException: held up, t!2 {alone t=2, top 2=1}",
        CLAIMS.run(compiler, "Scenarios.deep", Cache.inMemory(), engine, true));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whoIsInterruptedWaitsNoMore(CompilerUnderTest compiler, Engine engine) throws Exception {
    for (boolean isMapped : new boolean[] {true, false}) {
      assertEquals(
          "java.lang.InterruptedException, t!, t! {alone t=1}",
          CLAIMS.run(compiler, "Scenarios.interrupted", Cache.inMemory(), engine, isMapped));
    }
  }
}
