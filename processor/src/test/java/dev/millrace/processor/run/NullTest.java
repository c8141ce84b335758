package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nulls that nobody declares, where single values become lists and lists single values. */
final class NullTest {
  private static final Program NULLS = Program.of("nulls");

  private static void check(CompilerUnderTest compiler, String scenario, String expected)
      throws Exception {
    assertEquals(expected, NULLS.run(compiler, "Scenarios." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void aNullInAListThatIsJoinedIsNamed(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "joined",
        "[a, b, c], then \"words\" is null for item 1, then in the node \"joined.words\", item 1");
    check(
        compiler,
        "joinedOfTwin",
        "[a, b, c], then \"manyWords\" is null for item 1,"
            + " then in the node \"joinedOfTwin.manyWords\", item 1");
    check(compiler, "joinedSame", "[x, y, x, y], then \"joinedSame.same\" is null for item 1");
  }

  @ParameterizedTest
  @EnumSource
  void whereFailuresAreKeptItIsItsItemsFailure(CompilerUnderTest compiler) throws Exception {
    check(
        compiler, "joinedSoftly", "[a, b, c], then [a, b, joinedSoftly.words 1 {text=c null}, d]");
  }

  @ParameterizedTest
  @EnumSource
  void whereTheElementsAreNullableItIsAValue(CompilerUnderTest compiler) throws Exception {
    check(compiler, "joinedMaybes", "[a, b, c], then [a, b, c, null, d]");
  }

  @ParameterizedTest
  @EnumSource
  void aNullAmongTheResultsOfAMapIsNamed(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "collected",
        "[a, y], then \"first\" is null for item 1, then in the node \"firsts.first\", item 1");
    check(compiler, "ofTwin", "[b, c], then [b, lasts.last 1 {text=c null}, d]");
  }
}
