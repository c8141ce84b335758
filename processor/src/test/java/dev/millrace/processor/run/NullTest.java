package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.util.List;
import java.util.stream.Stream;
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
        "[a, b, c], then \"words\" has null at position 0 for item 2,"
            + " then in the node \"joined.words\", item 2");
    check(
        compiler,
        "joinedOfTwin",
        "[a, b, c], then \"manyWords\" has null at position 0 for item 2,"
            + " then in the node \"joinedOfTwin.manyWords\", item 2");
    check(compiler, "joinedSame", "[x, y, x, y], then \"joinedSame.same\" has null at position 1");
  }

  @ParameterizedTest
  @EnumSource
  void aUseThatMapsNothingHandsOnNoNullEither(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "joinedOfUse",
        "[a, b, c], then \"handedOn\" has null at position 0 for item 2,"
            + " then in the node \"joinedOfUse.handedOn\", item 2");
    check(
        compiler,
        "joinedSameOfUse",
        "[x, y, x, y], then \"joinedSameOfUse.handedSame\" has null at position 1");
    check(compiler, "joinedMaybesOfUse", "[a, b, c], then [a, b, c, null, d]");
  }

  @ParameterizedTest
  @EnumSource
  void whereFailuresAreKeptItIsItsItemsFailure(CompilerUnderTest compiler) throws Exception {
    check(
        compiler, "joinedSoftly", "[a, b, c], then [a, b, c, joinedSoftly.words 2 {text=null}, d]");
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
    check(compiler, "ofTwin", "[b, c], then [b, c, lasts.last 2 {text=null}, d]");
  }

  @ParameterizedTest
  @EnumSource
  void aNullAmongPrimitivesIsNotToBeDeclared(CompilerUnderTest compiler) throws Exception {
    List<String> expected =
        Stream.of("boolean", "byte", "short", "char", "int", "long", "float", "double")
            .map(
                type ->
                    "\""
                        + type
                        + "Value\" is null for item 2; its results are primitive, and need a value each")
            .toList();
    assertEquals(expected, NULLS.run(compiler, "Scenarios.ofPrimitives"));
  }
}
