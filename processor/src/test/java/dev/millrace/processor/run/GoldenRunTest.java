package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Goldens that are not only looked at, but run. */
final class GoldenRunTest {
  private static final Program PRODUCT = Program.ofGolden("product", "product");
  private static final Program MADE_SELECTOR = Program.ofGolden("made-selector", "roads");

  private static void check(
      CompilerUnderTest compiler, String golden, String inPackage, Object... expected)
      throws Exception {
    Object found = Program.ofGolden(golden, inPackage).run(compiler, "Scenarios.all");
    assertEquals(List.of(expected).toString(), found.toString());
  }

  @ParameterizedTest
  @EnumSource
  void deprecatedNodesRun(CompilerUnderTest compiler) throws Exception {
    check(compiler, "deprecated-nodes", "old", 3, 6, List.of(1, 2));
  }

  @ParameterizedTest
  @EnumSource
  void aClassAndAPipelineServeSeveralUses(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "used-twice",
        "twice",
        "t",
        "An old Mill",
        "by a river",
        List.of("old", "Mill"),
        List.of(0, 1),
        "An old Mill: by a river");
  }

  @ParameterizedTest
  @EnumSource
  void aPipelineIncludesAPipelineThatIncludesAPipeline(CompilerUnderTest compiler)
      throws Exception {
    check(compiler, "deep-inclusion", "deep", "<ab|ba<dc<.", "dc<", List.of("x<dc<.", "zy<dc<."));
  }

  @ParameterizedTest
  @EnumSource
  void aStrictProductIsFlatAndFailsAsAWhole(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            List.of("a1!a1?", "a2!a2?", "b1!b1?", "b2!b2?"), List.of("a7!", "a7?", "b7!", "b7?")),
        PRODUCT.run(compiler, "Scenarios.all"));
    IOException failure =
        assertThrows(IOException.class, () -> PRODUCT.run(compiler, "Scenarios.failing"));
    assertEquals("a-1", failure.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void aHundredNodesRunInSegments(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "large",
        "rivers",
        "aare: calm at 0.5, then calm",
        "rhine: calm at 60.0, then flood",
        "weser: flood at 95.0",
        "elbe: flood at 3.0, then calm");
  }

  @ParameterizedTest
  @EnumSource
  void whatChoosesMayBeMadeByANodeAroundTheUse(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        List.of(
            "one on the lane of town",
            "30 to town",
            List.of("slowly on the lane of town", "fast to town")),
        MADE_SELECTOR.run(compiler, "Scenarios.once"));
    assertEquals(
        List.of(
            List.of("one on the lane of town", "2 to town"),
            List.of(
                List.of("slowly on the lane of town"),
                List.of("slowly on the lane of town", "fast to town"))),
        MADE_SELECTOR.run(compiler, "Scenarios.overMany"));
    assertEquals(
        List.of("one on the lane of a", "2 to a", "one on the lane of b", "2 to b"),
        MADE_SELECTOR.run(compiler, "Scenarios.overBoth"));
  }

  @ParameterizedTest
  @EnumSource
  void theNodeIsCalledWhicheverOverloadWouldFitBetter(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "overloads",
        "trap",
        "one [abc]",
        "object [abc]3",
        List.of("many [x]", "many [y, z]"));
    check(
        compiler,
        "generic-overloads",
        "witness",
        "one [abc]",
        "one [abc]abc",
        List.of("many [x]"),
        List.of("many abc"));
  }

  @ParameterizedTest
  @EnumSource
  void nodesBelongToRecordsEnumsInnerClassesAndInterfaces(CompilerUnderTest compiler)
      throws Exception {
    check(compiler, "owners", "owners", 1.5, "EXACT1.5", "FAST", 3, "part FAST");
  }

  @ParameterizedTest
  @EnumSource
  void primitivesWidenAndAreBoxed(CompilerUnderTest compiler) throws Exception {
    check(compiler, "primitives", "primitives", "200.0100100false", 100, List.of(195L, 198L));
  }

  @ParameterizedTest
  @EnumSource
  void valuesMayBeCalledLikeWhatGeneratedCodeCallsItsOwn(CompilerUnderTest compiler)
      throws Exception {
    String letters = "waporrssfrsbflenpcmpicneftirvpssnv"; // each node adds its first one
    check(
        compiler,
        "clashing-names",
        "clashing",
        "i" + letters,
        List.of("a" + letters + "y", "b" + letters + "y"),
        "c" + letters + "y",
        4);
  }

  @ParameterizedTest
  @EnumSource
  void whatChoosesMayBeGeneric(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "generic-variants",
        "scaling",
        "log 2.0 of 8.0",
        "steps",
        List.of(7),
        List.of("a", "b", "c"));
  }
}
