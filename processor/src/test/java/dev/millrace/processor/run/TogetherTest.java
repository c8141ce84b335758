package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Maps in maps: the items of many are computed together, and each gets its own. */
@Timeout(120)
final class TogetherTest {
  private static final Program STREAMING = Program.of("streaming");

  @ParameterizedTest
  @EnumSource
  void itemsOfManyAreOneBatch(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "true [150]", STREAMING.run(compiler, "NestedScenarios.pagesOfManyDocumentsAreOneBatch"));
  }

  @ParameterizedTest
  @EnumSource
  void anItemThatFailsFailsWhatItIsOfAndNothingElse(CompilerUnderTest compiler) throws Exception {
    assertEquals("", STREAMING.run(compiler, "NestedScenarios.aFailedPageFailsItsDocumentAlone"));
  }
}
