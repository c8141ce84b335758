package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Explanation;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers of the code found that no test had. */
@Timeout(120)
final class ReviewedTest {
  private static final Program REVIEWED = Program.of("reviewed");

  private static void check(CompilerUnderTest compiler, String scenario, Object expected)
      throws Exception {
    assertEquals(expected, REVIEWED.run(compiler, "Scenarios." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsInNoKeyMustBeThereAllTheSame(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whatIsIgnoredIsThere", "8 8");
  }

  @ParameterizedTest
  @EnumSource
  void anOutcomeIsAnotherValueThanWhatIsInIt(CompilerUnderTest compiler) throws Exception {
    check(compiler, "anOutcomeIsNotWhatIsInIt", "[<A>] [<Ok[value=A]>]");
  }

  @ParameterizedTest
  @EnumSource
  void whatWasHandedOutIsLookedAtAnew(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whatIsInOtherHandsMayChange", "[1.0, 4.0] [100.0, 100.0]");
  }

  @ParameterizedTest
  @EnumSource
  void anObjectThatAMapGaveIsItselfAlone(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whichObjectItIsCounts", "[a] [a] 2");
  }

  @ParameterizedTest
  @EnumSource
  void whatARunRefusesIsNotExplained(CompilerUnderTest compiler) throws Exception {
    check(compiler, "listsOfUnequalLengths", Explanation.State.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void whatAllItemsReadMayHaveFailed(CompilerUnderTest compiler) throws Exception {
    check(compiler, "aFailureBesideTheItemsIsKeptByNone", "[a[x]] [a[x, y]]");
  }

  @ParameterizedTest
  @EnumSource
  void theCodeOfAValueCountsWhicheverTypeItIsReadBy(
      CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder);
    assertEquals("n!", REVIEWED.run(compiler, "Scenarios.told", cache));
    Program edited = REVIEWED.edited("return text + \"!\";", "return text + \"?\";");
    assertEquals("n?", edited.run(compiler, "Scenarios.told", cache));
    assertEquals("n!", REVIEWED.run(compiler, "Scenarios.told", cache));
  }
}
