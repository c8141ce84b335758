package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Variants, splits, products, flattened lists, optional inputs, defaults, nodes that wait, maps in
 * maps and what is the same for all items: what one engine has stored, each of them finds.
 */
@Timeout(120)
final class RecalledEverywhereTest {
  private static final Program RECALLED = Program.of("recalled");

  static Stream<Arguments> first() {
    return Stream.of(CompilerUnderTest.values())
        .flatMap(
            compiler ->
                Stream.of(Engine.STRAIGHT, Engine.INLINE, Engine.STREAMED)
                    .map(engine -> Arguments.of(compiler, engine)));
  }

  private static String run(CompilerUnderTest compiler, String scenario, Cache cache, Engine engine)
      throws Exception {
    return (String) RECALLED.run(compiler, "Scenarios." + scenario, cache, engine);
  }

  private static String result(String seen) {
    return seen.substring(0, seen.lastIndexOf(" ["));
  }

  @ParameterizedTest
  @MethodSource("first")
  void nothingRunsAgain(CompilerUnderTest compiler, Engine first, @TempDir Path folder)
      throws Exception {
    for (String scenario : List.of("all", "some", "others")) {
      Cache cache = Cache.at(folder.resolve(scenario));
      String alone = run(compiler, scenario, cache.enabled(false), first);
      assertEquals(result(alone), result(run(compiler, scenario, cache, first)));
      for (Engine engine : Engine.values()) {
        assertEquals(result(alone) + " []", run(compiler, scenario, cache, engine));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("first")
  void whatOnlyTheOtherVariantNeedsIsNotComputed(
      CompilerUnderTest compiler, Engine first, @TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder);
    assertEquals(
        "[rrf60/2, rrf1/2] [words, stats, rrf, rrf]", run(compiler, "tries", cache, first));
    assertEquals("[rrf60/2, rrf1/2] []", run(compiler, "tries", cache, Engine.AUTO));
    Cache other = Cache.at(folder.resolve("other"));
    assertEquals("rrf60/2 [words, stats, rrf]", run(compiler, "fused", other, first));
    assertEquals("rrf60/2 []", run(compiler, "fused", other, first));
  }

  @ParameterizedTest
  @MethodSource("first")
  void whatOnlyTheOtherVariantNeedsIsNotRead(CompilerUnderTest compiler, Engine first)
      throws Exception {
    CountingBlobs blobs = new CountingBlobs();
    Cache cache = Cache.of(new MemoryLedger(), blobs).frontLimit(0);
    assertEquals("rrf60/2 [words, stats, rrf]", run(compiler, "fused", cache, first));
    assertEquals("0 read, 3 stored", blobs.counts());
    assertEquals("rrf60/2 []", run(compiler, "fused", cache, first));
    assertEquals("1 read, 0 stored", blobs.counts());
  }

  @ParameterizedTest
  @MethodSource("first")
  void newItemsAloneAreComputed(CompilerUnderTest compiler, Engine first, @TempDir Path folder)
      throws Exception {
    Cache cache = Cache.at(folder);
    run(compiler, "all", cache, first);
    String alone = run(compiler, "some", cache.enabled(false), first);
    String some = run(compiler, "some", cache, first);
    assertEquals(result(alone), result(some));
    List<String> ran = List.of(some.substring(some.lastIndexOf(" [") + 2).split("[, \\]]+"));
    for (String item : List.of("scored", "letters", "first", "last", "waited")) {
      assertEquals(1, Collections.frequency(ran, item), item);
    }
    assertEquals(2, Collections.frequency(ran, "pair"), "with each of the suffixes");
    assertEquals(0, Collections.frequency(ran, "area"), "the table is as it was");
  }

  @ParameterizedTest
  @MethodSource("first")
  void whatIsGivenExplicitlyIsWhatItIsByDefault(
      CompilerUnderTest compiler, Engine first, @TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder);
    String all = run(compiler, "all", cache, first);
    assertEquals(result(all) + " []", run(compiler, "explicit", cache, first));
  }

  @ParameterizedTest
  @MethodSource("first")
  void whatCollectsIsAskedForFirst(CompilerUnderTest compiler, Engine first) throws Exception {
    CountingBlobs blobs = new CountingBlobs();
    Cache cache = Cache.of(new MemoryLedger(), blobs).frontLimit(0);
    String cold = run(compiler, "collected", cache, first);
    blobs.counts();
    assertEquals(result(cold) + " []", run(compiler, "collected", cache, first));
    assertEquals("1 read, 0 stored", blobs.counts());
  }
}
