package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The five scenarios of which the cache was thought, and what is done to a program between two runs
 * that share a folder. Every edition is compiled, and loaded by a class loader of its own.
 */
@Timeout(120)
final class EditionsTest {
  private static final Program FLOW = Program.of("editions");

  private static void check(
      Object expected,
      Program program,
      CompilerUnderTest compiler,
      String scenario,
      Object... given)
      throws Exception {
    assertEquals(expected, program.run(compiler, "Scenarios." + scenario, given));
  }

  @ParameterizedTest
  @EnumSource
  void downstreamOnlyChange(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder);
    check("9 [foo, bar]", FLOW, compiler, "bar", cache, 1, 3);
    check("12 [bar]", FLOW, compiler, "bar", cache, 1, 4);
  }

  @ParameterizedTest
  @EnumSource
  void fullHit(CompilerUnderTest compiler) throws Exception {
    CountingBlobs blobs = new CountingBlobs();
    Cache cache = Cache.of(new MemoryLedger(), blobs).frontLimit(0);
    check("9 [foo, bar]", FLOW, compiler, "bar", cache, 1, 3);
    assertEquals("0 read, 2 stored", blobs.counts());
    check("9 []", FLOW, compiler, "bar", cache, 1, 3);
    assertEquals("1 read, 0 stored", blobs.counts(), "what is above is not read");
  }

  @ParameterizedTest
  @EnumSource
  void upstreamChange(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder);
    check("9 [foo, bar]", FLOW, compiler, "bar", cache, 1, 3);
    check("12 [foo, bar]", FLOW, compiler, "bar", cache, 2, 3);
    check("9 []", FLOW, compiler, "bar", cache, 1, 3);
  }

  private static void codeChange(
      CompilerUnderTest compiler, Path folder, String expected, String text, String other)
      throws Exception {
    Cache cache = Cache.at(folder).storeAll();
    Program edited = FLOW.edited(text, other);
    check("9 [foo, bar]", FLOW, compiler, "bar", cache, 1, 3);
    check("[9, 12] [foo, foo, bar, bar]", FLOW, compiler, "bars", cache, List.of(1, 2));
    check(expected, edited, compiler, "bar", cache, 1, 3);
    check("9 []", FLOW, compiler, "bar", cache, 1, 3);
    check("[9, 12] []", FLOW, compiler, "bars", cache, List.of(1, 2));
    check(expected.replaceAll(" .*", " []"), edited, compiler, "bar", cache, 1, 3);
  }

  @ParameterizedTest
  @EnumSource
  void codeChangeInABody(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    codeChange(compiler, folder, "10 [bar]", "Far.SHIFT + more", "Far.SHIFT + more + 1");
  }

  @ParameterizedTest
  @EnumSource
  void codeChangeOfWhatIsAbove(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    codeChange(compiler, folder, "27 [foo, bar]", "Near.sum(a, b)", "Near.sum(a, 8)");
  }

  @ParameterizedTest
  @EnumSource
  void codeChangeTwoClassesAway(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    codeChange(compiler, folder, "-3 [foo, bar]", "return a + b;", "return a - b;");
  }

  @ParameterizedTest
  @EnumSource
  void codeChangeOfAConstant(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    codeChange(compiler, folder, "109 [bar]", "SHIFT = 0", "SHIFT = 100");
  }

  @ParameterizedTest
  @EnumSource
  void codeChangeOfARecordThatGainsAComponent(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    Program edited =
        FLOW.edited(
            "record Sum(int value) {}",
            "record Sum(int value, boolean isEven) {\n"
                + "    Sum(int value) {\n      this(value, value % 2 == 0);\n    }\n  }");
    Cache cache = Cache.at(folder);
    check("9 [foo, bar]", FLOW, compiler, "bar", cache, 1, 3);
    check("9 [foo, bar]", edited, compiler, "bar", cache, 1, 3);
    check("9 []", FLOW, compiler, "bar", cache, 1, 3);
  }

  @ParameterizedTest
  @EnumSource
  void environmentChange(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder);
    check("9 [foo, bar]", FLOW, compiler, "bar", cache.env("model", 1), 1, 3);
    check("9 [foo, bar]", FLOW, compiler, "bar", cache.env("model", "1"), 1, 3);
    check("9 [foo, bar]", FLOW, compiler, "bar", cache, 1, 3);
    check("9 []", FLOW, compiler, "bar", cache.env("model", 1), 1, 3);
    check("9 []", FLOW, compiler, "bar", cache, 1, 3);
  }

  @ParameterizedTest
  @EnumSource
  void whatChangesNoResultKeepsThem(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    Cache cache = Cache.at(folder);
    Program edited =
        FLOW.edited("return a + b;", "// the sum\n    int sum = a + b;\n\n    return sum;")
            .edited("record Sum(int value) {}", "/** A sum. */\n  record Sum(int value) {}");
    check("9 [foo, bar]", FLOW, compiler, "bar", cache, 1, 3);
    check(
        "9 []",
        FLOW.edited("@Node\n    static int bar(", "/** Bar. */\n    @Node\n    static int bar("),
        compiler,
        "bar",
        cache,
        1,
        3);
    check("9 [foo, bar]", edited, compiler, "bar", cache, 1, 3);
  }

  @ParameterizedTest
  @EnumSource
  void aDefaultIsAValueLikeAnyOther(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    Cache cache = Cache.at(folder);
    Program edited = FLOW.edited("@Default(\"0\")", "@Default(\"7\")");
    check("9 [foo, bar]", FLOW, compiler, "bar", cache, 1, 3);
    check("9 []", FLOW, compiler, "more", cache, 0);
    check("16 [bar]", FLOW, compiler, "more", cache, 7);
    check("16 []", edited, compiler, "bar", cache, 1, 3);
    check("9 []", edited, compiler, "more", cache, 0);
  }

  /** A value in the heap is of the classes of one loader; no other is ever given it. */
  @ParameterizedTest
  @EnumSource
  void editionsShareNoObjectsOfTheHeap(CompilerUnderTest compiler) throws Exception {
    Cache cache = Cache.inMemory();
    check("9 [foo, bar]", FLOW, compiler, "bar", cache, 1, 3);
    check("12 [foo, bar]", FLOW, compiler, "bar", cache, 1, 4);
    check(
        "10 [foo, bar]",
        FLOW.edited("Far.SHIFT + more", "Far.SHIFT + more + 1"),
        compiler,
        "bar",
        cache,
        1,
        3);
  }

  @ParameterizedTest
  @EnumSource
  void aMapAfterAnEdit(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder).storeAll();
    Program edited = FLOW.edited("return a + b;", "return a - b;");
    List<Integer> both = List.of(1, 2);
    check("[9, 12] [foo, foo, bar, bar]", FLOW, compiler, "bars", cache, both);
    check("[-3, 0] [foo, foo, bar, bar]", edited, compiler, "bars", cache, both);
    Program below = FLOW.edited("Far.SHIFT + more", "Far.SHIFT + more + 1");
    check("[10, 13] [bar, bar]", below, compiler, "bars", cache, both);
    check("[9, 12] []", FLOW, compiler, "bars", cache, both);
  }
}
