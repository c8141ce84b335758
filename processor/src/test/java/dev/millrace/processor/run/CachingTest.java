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
  void aUseThatIsGivenNothingIsComputedOnce(CompilerUnderTest compiler) throws Exception {
    assertEquals("7 7 ran 1", CACHING.run(compiler, "OnceScenarios.twice"));
  }

  @ParameterizedTest
  @EnumSource
  void howLongAListIsCountsEvenWhereItsElementsDoNot(CompilerUnderTest compiler) throws Exception {
    assertEquals("1 1, 2 2", CACHING.run(compiler, "UnreadScenarios.longer"));
  }

  @ParameterizedTest
  @EnumSource
  void whatRunsOnceInAMapIsSaidToBeThereOnce(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "ones.one computed: it was not computed before, as far as is known, ones.one hit",
        CACHING.run(compiler, "UnreadScenarios.explained"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKeyedByAValueThatIsFoundIsFoundItself(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "[4 [6, 8] between 3, 4 [6, 8] between 0, HIT HIT between 0]",
        CACHING.run(compiler, "CutScenarios.twice"));
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

  @ParameterizedTest
  @EnumSource
  void itIsSaidWhatWouldBeComputedAndWhy(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "explained",
        """
        [Seed
          foo computed: it was not computed before, as far as is known
          bar computed: it was not computed before, as far as is known
          squares computed: what it maps is looked at by item
          squares.length computed (0 of 10 there): it was not computed before, as far as is known
          squares.square computed (0 of 10 there): it was not computed before, as far as is known
          total computed: it was not computed before, as far as is known, Seed
          foo hit
          bar hit
          squares computed: what it maps is looked at by item
          squares.length idle
          squares.square hit (10 of 10 there)
          total hit, Seed
          foo hit
          bar computed: c changed
          squares computed: what it maps is looked at by item
          squares.length idle
          squares.square hit (10 of 10 there)
          total computed: c changed, Seed
          foo hit
          bar hit
          squares computed: what it maps is looked at by item
          squares.length hit (10 of 10 there)
          squares.square computed (0 of 10 there): squares.power changed
          total computed: power changed, Seed
          foo hit
          bar hit
          squares computed: what it maps is looked at by item
          squares.length computed (0 of 2 there): there are items that were not computed yet
          squares.square partly (10 of 12 there): there are items that were not computed yet
          total computed: words changed, Seed
          foo given
          bar computed: foo is new; the code of foo is gone; a is gone; b is gone
          squares computed: what it maps is looked at by item
          squares.length idle
          squares.square hit (10 of 10 there)
          total hit]foo 0 bar 0 length 0 square 0""");
  }
}
