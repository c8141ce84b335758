package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nodes say of the cache, in a line and in a map, in each engine. */
@Timeout(120)
final class CachePolicyTest {
  private static final Program POLICIES = Program.of("policies");

  static Stream<Arguments> engines() {
    return DoubtfulTest.engines();
  }

  private static void check(
      CompilerUnderTest compiler, Engine engine, String scenario, String... expected)
      throws Exception {
    assertEquals(
        List.of(expected),
        POLICIES.run(compiler, "Scenarios." + scenario, Cache.inMemory(), engine));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatIsNeverKeptRunsAndItsValueCountsBelow(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    check(
        compiler,
        engine,
        "belowNever",
        "a0 [belowNever, never]",
        "a0 [never]",
        "a1 [belowNever, never]",
        "a0 [never]");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void soInAMap(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "nevers",
        "[a0, bb0] [belowNever, belowNever, never, never]",
        "[a0, bb0] [never, never]",
        "[a1, bb1] [belowNever, belowNever, never, never]",
        "[a0, bb0] [never, never]");
  }

  /** What collects such a list is keyed by its values. */
  @ParameterizedTest
  @MethodSource("engines")
  void soWhereItIsTheSameForAllItems(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "constants",
        "a0 bb0 [joined, now, seen, seen]",
        "a0 bb0 [now]",
        "a1 bb1 [joined, now, seen, seen]",
        "a0 bb0 [now]");
  }

  /** The last output asks for what is not kept itself. */
  @ParameterizedTest
  @MethodSource("engines")
  void whatIsPassedIsNotKeptButWhatReadsItIs(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    check(
        compiler,
        engine,
        "passes",
        "pass1[pass1, pass2]1 [belowPass, belowPass, belowPass, pass, pass, pass, pass]",
        "pass1[pass1, pass2]1 [pass]",
        "pass1[pass1, pass2]1 [pass]",
        "pass1[pass1, pass2]1 [pass]");
  }

  /** What is given is told by what it is, even where it is what would have been computed. */
  @ParameterizedTest
  @MethodSource("engines")
  void givenAndComputedNeverMix(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "given",
        "pass1 [belowPass, pass]",
        "pass1 [belowPass]",
        "pass7 [belowPass]",
        "pass7 []",
        "pass1 []",
        "pass1 []",
        "a0 bb0 [joined, now, seen, seen]",
        "x y [joined]",
        "x y []",
        "a0 bb0 [now]");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void soInManyRunsAtOnce(CompilerUnderTest compiler, Engine engine) throws Exception {
    check(
        compiler,
        engine,
        "over",
        "[a0, b0] [belowNever, belowNever, never, never]",
        "[a0, a1, a0] [belowNever]",
        "[pass1, pass1, pass1] [belowPass, belowPass, pass, pass]",
        "[pass1, pass2, pass1] [belowPass, belowPass]",
        "[a0, a0 b0] [joined, joined, now, now, seen, seen]");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void saltAndVersionAreInTheKey(CompilerUnderTest compiler, Engine engine, @TempDir Path folder)
      throws Exception {
    Cache cache = Cache.at(folder);
    String stored = "a![a!, bb!] ";
    for (Program edited :
        List.of(
            POLICIES,
            POLICIES.edited("salt = \"one\"", "salt = \"two\""),
            POLICIES.edited("version = 1", "version = 2"))) {
      assertEquals(
          stored + "[stored, stored, stored]",
          edited.run(compiler, "Scenarios.stored", cache, engine));
      assertEquals(stored + "[]", edited.run(compiler, "Scenarios.stored", cache, engine));
    }
    assertEquals(stored + "[]", POLICIES.run(compiler, "Scenarios.stored", cache, engine));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatIsBelowACutIsKeyedByTheValueThere(
      CompilerUnderTest compiler, Engine engine, @TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder).storeAll();
    Program edited = POLICIES.edited("text.trim().length()", "text.strip().length()");
    String result = "cut1[cut1, cut2] ";
    assertEquals(
        result + "[belowCut, belowCut, belowCut, cut, cut, cut]",
        POLICIES.run(compiler, "Scenarios.cut", cache, engine));
    assertEquals(result + "[]", POLICIES.run(compiler, "Scenarios.cut", cache, engine));
    assertEquals(result + "[cut, cut, cut]", edited.run(compiler, "Scenarios.cut", cache, engine));
    assertEquals(result + "[]", edited.run(compiler, "Scenarios.cut", cache, engine));
    assertEquals(
        "cut1[cut2] [cut, cut]", edited.run(compiler, "Scenarios.cutOfAnother", cache, engine));
    Program other = POLICIES.edited("text.trim().length()", "text.length()");
    assertEquals(
        "cut3[cut3] [belowCut, belowCut, cut, cut]",
        other.run(compiler, "Scenarios.cutOfAnother", cache, engine));
  }
}
