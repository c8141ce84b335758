package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Jvm;
import dev.millrace.processor.testing.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a pipeline needs of a JVM: memory, threads, and time while it has nothing to do. */
final class FootprintTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final Program MILLION = Program.of("million");
  private static final Program IDLE = Program.of("idle");

  @ParameterizedTest
  @EnumSource
  void aMillionItemsPassThroughASmallHeap(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    assertEquals(
        List.of("AUTO 1000000 true", "STREAMED 1000000 true"),
        Jvm.in(folder, "-Xmx256m").run(MILLION.built(compiler), 120, "million.Main"));
  }

  /** A thousandth of the time: 10 ms in 10 s. In the long ring its threads end by themselves. */
  @ParameterizedTest
  @EnumSource
  void anIdlePipelineTakesNoTimeAndKeepsNoThread(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    String[] arguments = LONG ? new String[] {"10000", "unclosed"} : new String[] {"2000"};
    assertEquals(
        List.of(
            "at first: []",
            "right: true",
            "then: true",
            "parked: true, in bounds: true",
            "ended: true"),
        Jvm.in(folder).run(IDLE.built(compiler), 120, "idle.Main", arguments));
  }
}
