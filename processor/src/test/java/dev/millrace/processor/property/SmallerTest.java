package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.testing.CompilerUnderTest;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SmallerTest {
  @ParameterizedTest
  @EnumSource
  void whatHasNothingToDoWithAFailureIsLeftOut(CompilerUnderTest compiler) {
    Graph graph = Dice.keyed(new Random(5), 8).graph();
    assertTrue(graph.scope().members().size() > 1, () -> "only " + graph);
    Smaller smaller =
        new Smaller(
            compiler,
            each -> Trial.cached("P", each, 0, false),
            (pipeline, trial, random) -> {
              throw new AssertionError(trial.graph().scope().members().size());
            });
    AssertionError least = smaller.than(graph, new AssertionError("all"));
    assertEquals("1", least.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void aFailureThatNeedsEverythingStaysAsItIs(CompilerUnderTest compiler) {
    Graph graph = Dice.keyed(new Random(5), 3).graph();
    Smaller smaller =
        new Smaller(
            compiler, each -> Trial.cached("P", each, 0, false), (pipeline, trial, random) -> {});
    AssertionError failure = new AssertionError("all");
    assertEquals(failure, smaller.than(graph, failure));
  }
}
