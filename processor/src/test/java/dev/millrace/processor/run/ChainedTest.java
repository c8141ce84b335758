package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Maps over the results of maps: what is above a result that is there is not even read. */
@Timeout(120)
final class ChainedTest {
  private static final Program CHAINED = Program.of("chained");

  private final CountingBlobs blobs = new CountingBlobs();
  private final Cache cache = Cache.of(new MemoryLedger(), blobs).frontLimit(0).storeAll();

  static Stream<Arguments> engines() {
    return DoubtfulTest.engines();
  }

  private String run(CompilerUnderTest compiler, Engine engine, String scenario, Object... more)
      throws Exception {
    Object[] all = new Object[more.length + 2];
    all[0] = cache;
    all[1] = engine;
    System.arraycopy(more, 0, all, 2, more.length);
    return CHAINED.run(compiler, "Scenarios." + scenario, all) + "; " + blobs.counts();
  }

  private String odd(CompilerUnderTest compiler, Engine engine, String scenario) throws Exception {
    return CHAINED.run(compiler, "OddScenarios." + scenario, cache, engine).toString();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aFullHitReadsOneForEachItemThatIsAskedFor(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    assertEquals(
        "10 {half=10, label=10, size=10}; 0 read, 30 stored",
        run(compiler, engine, "labels", 0, 10, 0.5, "!"));
    assertEquals("10 {}; 10 read, 0 stored", run(compiler, engine, "labels", 0, 10, 0.5, "!"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatIsAboveAMissIsReadForThatRowAlone(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    run(compiler, engine, "labels", 0, 100, 0.5, "!");
    assertEquals(
        "101 {half=1, label=1, size=1}; 100 read, 3 stored",
        run(compiler, engine, "labels", 0, 101, 0.5, "!"),
        "a new one at the end");
    assertEquals(
        "102 {half=1, label=1, size=1}; 101 read, 3 stored",
        run(compiler, engine, "labels", -1, 101, 0.5, "!"),
        "a new one at the front");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aChangeInTheMiddleReadsWhatIsAboveIt(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    run(compiler, engine, "labels", 0, 10, 0.5, "!");
    assertEquals(
        "10 {label=10}; 20 read, 10 stored",
        run(compiler, engine, "labels", 0, 10, 0.5, "?"),
        "sizes and halves, once each");
    assertEquals(
        "10 {half=10, label=10}; 10 read, 20 stored",
        run(compiler, engine, "labels", 0, 10, 0.25, "?"),
        "sizes");
    assertEquals("10 {}; 10 read, 0 stored", run(compiler, engine, "labels", 0, 10, 0.5, "!"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aListThatANodeGivesIsKnownWhenThatIsThere(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    assertEquals(
        "[a1!0.5, bc2!1.0] {half=2, label=2, lines=1, size=2}; 0 read, 7 stored",
        run(compiler, engine, "labelsOf", "a bc", "!"));
    assertEquals(
        "[a1!0.5, bc2!1.0] {}; 3 read, 0 stored", run(compiler, engine, "labelsOf", "a bc", "!"));
    assertEquals(
        "[a1!0.5, def3!1.5, bc2!1.0] {half=1, label=1, lines=1, size=1}; 2 read, 4 stored",
        run(compiler, engine, "labelsOf", "a def bc", "!"),
        "the list is another, of which two elements were there");
    assertEquals("[] {lines=1}; 0 read, 1 stored", run(compiler, engine, "labelsOf", "", "!"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void nullIsAnElementLikeOthers(CompilerUnderTest compiler, Engine engine) throws Exception {
    assertEquals(
        "[hi a, hi null] {greeting=2, initial=2, lines=1}; 0 read, 5 stored",
        run(compiler, engine, "greetings", "a -b", "hi "));
    assertEquals(
        "[hi null, hi c, hi a] {greeting=1, initial=1, lines=1}; 2 read, 3 stored",
        run(compiler, engine, "greetings", "-b c a", "hi "));
    assertEquals(
        "[ho null, ho c, ho a] {greeting=3}; 4 read, 3 stored",
        run(compiler, engine, "greetings", "-b c a", "ho "));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whoReadsAListAsAWholeHasAllOfIt(CompilerUnderTest compiler, Engine engine) throws Exception {
    run(compiler, engine, "labelsOf", "a bc", "!");
    assertEquals(
        "6 [a1!0.5, bc2!1.0] [1, 2] {total=1}",
        run(compiler, engine, "run", "a bc", "!", 2)
            .replaceAll("greeting=\\d, |initial=\\d, |all=\\d, |;.*", ""));
    assertEquals(
        "[a1?0.5, bc2?1.0, 0.5, 1.0] {all=1, label=2}",
        run(compiler, engine, "all", "a bc", "?").replaceAll(";.*", ""));
    assertEquals(
        "[a1?0.5, def3?1.5, 0.5, 1.5] {all=1, half=1, label=1, lines=1, size=1}",
        run(compiler, engine, "all", "a def", "?").replaceAll(";.*", ""));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void ofManyRunsNoneHasAListThatWasMadeForAnotherAlone(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    run(compiler, engine, "labelsOf", "a bc", "!");
    assertEquals(
        "[[a1!0.5, def3!1.5, bc2!1.0], [a1?0.5, def3?1.5, bc2?1.0]]"
            + " {half=1, label=4, lines=1, size=1}",
        run(compiler, engine, "many", "a def bc", List.of("!", "?")).replaceAll(";.*", ""));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatFailsFailsTheRunAndIsTriedAgain(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    run(compiler, engine, "labelsOf", "a bc", "!");
    for (int i = 0; i < 2; i++) {
      IllegalArgumentException failure =
          assertThrows(
              IllegalArgumentException.class,
              () -> run(compiler, engine, "labelsOf", "a bad bc", "!"));
      assertEquals("a bad line", failure.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void anExplanationCountsTheRowsOfEach(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    run(compiler, engine, "labelsOf", "a bc", "!");
    run(compiler, engine, "all", "a bc", "!");
    assertEquals(
        "sizes.size HIT 2/0; halves.half HIT 2/0; labels.label HIT 2/0; all HIT 1/0",
        explained(compiler, engine, "!"));
    assertEquals(
        "sizes.size HIT 2/0; halves.half HIT 2/0; labels.label COMPUTED 0/2; all COMPUTED 0/1",
        explained(compiler, engine, "?"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatComesOfAFailureIsNotKeptThoughItsRowsAreFound(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    assertEquals("[1.0, 1.5] [1.0, 2.0, 1.5]", odd(compiler, engine, "failedOnce"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aListThatANodeChangesMeanwhileSpoilsNothing(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    assertEquals("4 [0.5, 1.0, 1.5, 2.0] 1 [2.0]", odd(compiler, engine, "turned"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aRecordOfOneListIsNoList(CompilerUnderTest compiler, Engine engine) throws Exception {
    assertEquals(
        "[[2.0, 2.0], [2.0, 2.0], [2.0, 2.0], [2.0, 2.0], [2.0, 6.0], [2.0, 6.0]]",
        odd(compiler, engine, "recordOfOne"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void overNothingAMapStillComputesWhatElseItReads(CompilerUnderTest compiler, Engine engine) {
    assertThrows(NumberFormatException.class, () -> odd(compiler, engine, "overNothing"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatIsBelowANodeThatIsNeverKeptIsNotKnownBeforeTheRun(
      CompilerUnderTest compiler, Engine engine) throws Exception {
    assertEquals(
        "deeps.deep unknown: it depends on what mid gives in the run",
        odd(compiler, engine, "explained"));
  }

  private String explained(CompilerUnderTest compiler, Engine engine, String mark)
      throws Exception {
    return run(compiler, engine, "explained", "a bc", mark)
        .replaceAll("(lines|sizes|halves|labels|initials|greetings|total) [^;]*; |;[^;]*$", "")
        .replaceAll("(initials|greetings)[^;]*; ", "");
  }
}
