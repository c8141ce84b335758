package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios of which the cache was thought. */
@Timeout(120)
final class CachingTest {
  private static final Program CACHING = Program.of("caching");

  private static void check(CompilerUnderTest compiler, String scenario, Object expected)
      throws Exception {
    assertEquals(expected, CACHING.run(compiler, "SeedScenarios." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void aChangeDownstreamComputesWhatIsBelowIt(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "downstreamChange",
        "1+2*3 foo 1 bar 1 length 0 square 0, 1+2*4 foo 0 bar 1 length 0 square 0,"
            + " 1+2*4 foo 0 bar 0 length 0 square 0, 5+2*3 foo 1 bar 1 length 0 square 0");
  }

  @ParameterizedTest
  @EnumSource
  void aMapComputesWhatIsNew(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "map",
        "[45750 foo 0 bar 0 length 1000 square 1000, 45750 foo 0 bar 0 length 0 square 0, 15250"
            + " foo 0 bar 0 length 0 square 0, 11670 foo 0 bar 0 length 0 square 1000, 45825 foo 0"
            + " bar 0 length 1 square 1]");
  }
}
