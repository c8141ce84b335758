package dev.millrace.samples.textstats;

import dev.millrace.testing.Compilation;
import dev.millrace.testing.Executions;
import dev.millrace.testing.MillraceCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests as a user writes them, with {@code millrace-testing}. */
class WiringTest {
  private static final String OWN =
      """
      package own;

      import dev.millrace.Node;
      import dev.millrace.Pipeline;
      import dev.millrace.samples.textstats.TextNodes;
      import java.util.List;

      @Pipeline({TextNodes.class, Own.Nodes.class})
      interface Own {
        final class Nodes {
          @Node
          static int count(List<String> words) {
            return words.size();
          }
        }
      }
      """;

  @Test
  void refusesANodeThatTakesTheWordsForAText() {
    String wrong = OWN.replace("List<String> words", "String words").replace("size", "length");
    try (Compilation compilation =
        MillraceCompiler.javac().withSource("own.Own", wrong).compile()) {
      compilation
          .assertError("TypeMismatch")
          .in("own.Own")
          .atLine(12)
          .containing("reads \"words\" as String");
    }
  }

  @Test
  void takesANodeOfOnesOwn() {
    try (Compilation compilation =
        MillraceCompiler.javac()
            .withSource("own.Own", OWN)
            .withOption("-Xlint:all", "-Werror")
            .compile()) {
      compilation
          .assertSucceededWithoutWarnings()
          .assertGenerated("own.OwnPipeline")
          .contains("int count(Inputs inputs)");
    }
  }

  @Test
  void runsNothingThatIsGiven() {
    Executions executions = new Executions();
    try (var pipeline = TextStatsPipeline.builder().listener(executions).build()) {
      executions.describedBy(pipeline.describe());
      pipeline.richness(TextStatsPipeline.given().words(List.of("to", "be")));
      executions.assertRan("richness");
      executions.assertDidNotRun("words");
    }
  }
}
