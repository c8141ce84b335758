package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random pipelines' lives, with everything going wrong: five seconds in the quick ring, five
 * minutes in the long one. With {@code -Dmillrace.soak.seed} the one episode of that seed, again
 * and again.
 */
final class PipelineSoakTest {
  private static final Program SOAK = Program.of("soak");

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
  void whateverGoesWrongNothingIsLostDoubledOrLeftOpen(CompilerUnderTest compiler)
      throws Exception {
    assertEquals("", SOAK.run(compiler, "Main.soak"));
  }
}
