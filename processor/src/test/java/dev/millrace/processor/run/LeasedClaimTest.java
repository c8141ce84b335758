package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who has an instance waits for nobody's work: its owner may be waiting for the instance. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LeasedClaimTest {
  private static final Program LEASED = Program.of("leased");

  static Stream<Arguments> engines() {
    return DoubtfulTest.engines();
  }

  private static void check(CompilerUnderTest compiler, Engine engine, boolean isMapped)
      throws Exception {
    assertEquals(
        "a1!b! a0!b! {one a1=1, three b=2}",
        LEASED.run(compiler, "Scenarios.crossed", Cache.inMemory(), engine, isMapped));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aRunThatHasTheInstanceComputesWhatIsClaimed(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    check(compiler, engine, false);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aMapThatHasTheInstanceComputesWhatIsClaimed(CompilerUnderTest compiler, Engine engine)
      throws Exception {
    check(compiler, engine, true);
  }
}
