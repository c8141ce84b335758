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

/** What is handed out may be changed by whoever gets it: the next one gets what was computed. */
@Timeout(120)
final class HandedOutTest {
  private static final Program HANDED = Program.of("handed");

  static Stream<Arguments> engines() {
    return DoubtfulTest.engines();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whoChangesAResultChangesHisOwn(
      CompilerUnderTest compiler, Engine engine, @TempDir Path folder) throws Exception {
    String result = "[97][1.0, 2.0][1][1]b ";
    for (Cache cache : List.of(Cache.at(folder), Cache.inMemory())) {
      assertEquals(
          List.of(
              result + "[ints, letters, lists, scores]",
              result + "[]",
              "refused",
              result + "[]",
              "refused"),
          HANDED.run(compiler, "Scenarios.changed", cache, engine));
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void outcomesThatAreGivenAreNotTakenForGood(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    assertEquals(
        List.of("1 good [below, good]", "1 good [below, good]", "1 good [below, good]"),
        HANDED.run(compiler, "Scenarios.outcomes", Cache.inMemory(), engine));
  }
}
