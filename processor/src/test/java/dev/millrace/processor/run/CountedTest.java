package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** How much is read, stored, computed and opened, and no more. Nothing is kept in the heap. */
@Timeout(120)
final class CountedTest {
  private static final Program COUNTED = Program.of("counted");

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
    return COUNTED.run(compiler, "Scenarios." + scenario, all) + "; " + blobs.counts();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aFullHitReadsOneForEachItem(CompilerUnderTest compiler, Engine engine) throws Exception {
    assertEquals(
        "600: cut 600, sized 600, total 0; 0 read, 1200 stored",
        run(compiler, engine, "sizes", 0, 600));
    assertEquals(
        "600: cut 0, sized 0, total 0; 600 read, 0 stored", run(compiler, engine, "sizes", 0, 600));
    assertEquals(
        "500: cut 0, sized 0, total 0; 500 read, 0 stored",
        run(compiler, engine, "sizes", 100, 600));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aFullHitOfWhatCollectsReadsThatAlone(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    assertEquals(
        "190: cut 100, sized 100, total 1; 0 read, 201 stored",
        run(compiler, engine, "total", 100, 1));
    assertEquals(
        "190: cut 0, sized 0, total 0; 1 read, 0 stored", run(compiler, engine, "total", 100, 1));
    assertEquals(
        "380: cut 0, sized 0, total 1; 100 read, 1 stored",
        run(compiler, engine, "total", 100, 2),
        "a change downstream reads what is above it, and runs one node");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatIsTheSameForAllRunsIsReadOnce(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    assertEquals(
        "[10, 20]: cut 10, sized 10, total 2; 0 read, 22 stored",
        run(compiler, engine, "totals", 10, List.of(1, 2)));
    assertEquals(
        "[20, 10]: cut 0, sized 0, total 0; 2 read, 0 stored",
        run(compiler, engine, "totals", 10, List.of(2, 1)));
    assertEquals(
        "[10, 30, 40]: cut 0, sized 0, total 2; 11 read, 2 stored",
        run(compiler, engine, "totals", 10, List.of(1, 3, 4)));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void oneThatIsInsertedAtTheFrontIsComputed(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    run(compiler, engine, "sizes", 0, 10_000);
    assertEquals(
        "10001: cut 1, sized 1, total 0; 10000 read, 2 stored",
        run(compiler, engine, "inserted", 10_000));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void equalItemsAreComputedOnce(CompilerUnderTest compiler, Engine engine) throws Exception {
    String ran = run(compiler, engine, "equal");
    assertEquals("1000: cut 10, sized 10, total 0", ran.replaceAll(";.*", ""));
    assertEquals("20 stored", ran.replaceAll(".*, ", ""));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void nullIsFound(CompilerUnderTest compiler, Engine engine) throws Exception {
    assertEquals(
        "[null, a, null] cut 3, sized 3, total 0; 0 read, 6 stored",
        run(compiler, engine, "nothing"));
    assertEquals(
        "[null, a, null] cut 0, sized 0, total 0; 3 read, 0 stored",
        run(compiler, engine, "nothing"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aResourceIsOpenedWhereAnItemMisses(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    assertEquals(
        "[ma, mb] encoded 2, opened 1; 0 read, 2 stored",
        run(compiler, engine, "codes", List.of("a", "b")));
    assertEquals(
        "[mb, ma] encoded 0, opened 0; 2 read, 0 stored",
        run(compiler, engine, "codes", List.of("b", "a")));
    assertEquals(
        "[mb, mc, ma] encoded 1, opened 1; 2 read, 1 stored",
        run(compiler, engine, "codes", List.of("b", "c", "a")));
  }
}
