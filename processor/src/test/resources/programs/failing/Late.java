package failing;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Timeout;
import dev.millrace.runtime.Outcome;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;

/** Nodes whose results come later, if at all. */
@Pipeline
interface Late {
  @Nested(value = Questions.class, output = "shown")
  List<String> answers(@Each("question") List<Integer> questions);

  @Nested(value = Questions.class, output = "shown")
  List<Outcome<String>> softAnswers(@Each("question") List<Integer> questions);

  @Nested(value = Hurried.class, output = "hurried")
  List<Outcome<String>> hurries(@Each("question") List<Integer> questions);

  @Nested(value = Slow.class, output = "waited")
  List<Integer> waits(@Each("question") List<Integer> questions);

  /** Asks somebody else. */
  final class Questions {
    private Questions() {}

    @Node(maxInFlight = 8)
    static CompletionStage<String> answer(int question, IntFunction<CompletionStage<String>> ask) {
      return ask.apply(question);
    }

    @Node
    static String shown(String answer) {
      return "<" + answer + ">";
    }
  }

  /** Has little time. */
  final class Hurried {
    private Hurried() {}

    @Node(maxInFlight = 8)
    @Timeout("1ms")
    static CompletionStage<String> hurried(
        int question, IntFunction<CompletionStage<String>> ask) {
      return ask.apply(question);
    }
  }

  /** Waits itself. */
  final class Slow {
    private Slow() {}

    @Node(blocking = true, maxInFlight = 8)
    static int waited(int question, Hooks hooks) throws Exception {
      return hooks.first(question);
    }
  }
}
