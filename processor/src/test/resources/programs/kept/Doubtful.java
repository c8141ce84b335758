package kept;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import dev.millrace.Timeout;
import dev.millrace.runtime.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** What sees failures, and what is below that. */
@Pipeline
interface Doubtful {
  /** Whether what fails at times fails now: nothing says so in a key. */
  AtomicBoolean FAILS = new AtomicBoolean();

  @Nested(Reading.class)
  List<Outcome<Integer>> numbers(@Each("text") List<String> texts);

  @Node
  static long good(List<Outcome<Integer>> numbers) {
    Ran.node("good");
    return Outcome.values(numbers).size();
  }

  @Node
  static String below(long good) {
    Ran.node("below");
    return good + " good";
  }

  @Node
  static String times(long good, int factor) {
    Ran.node("times " + factor);
    return good * factor + " times";
  }

  @Node
  static String apart(List<String> texts) {
    Ran.node("apart");
    return texts.size() + " texts";
  }

  @Nested(Reading.class)
  @Split
  Both both(@Each("text") List<String> texts);

  record Both(
      @As("number") List<Outcome<Integer>> each, @As("size") List<Outcome<Integer>> sizes) {}

  @Node
  static String eachSeen(List<Outcome<Integer>> each) {
    Ran.node("eachSeen");
    return Outcome.values(each).toString();
  }

  @Node
  static String sizesSeen(List<Outcome<Integer>> sizes) {
    Ran.node("sizesSeen");
    return Outcome.values(sizes).toString();
  }

  /** Two deep: what sees the failures of an item is an item itself. */
  @Nested(value = Rows.class, output = "sum")
  List<Integer> sums(@Each("row") List<List<String>> rows);

  @Node
  static int total(List<Integer> sums) {
    Ran.node("total");
    return sums.stream().mapToInt(each -> each).sum();
  }

  @Nested(Slow.class)
  List<Outcome<String>> answers(@Each("question") List<String> questions);

  @Node
  static long answered(List<Outcome<String>> answers) {
    Ran.node("answered");
    return Outcome.values(answers).size();
  }

  final class Reading {
    private Reading() {}

    @Node
    static int size(String text) {
      Ran.node("size " + text);
      return text.length();
    }

    @Node
    static int number(String text, int size) {
      Ran.node("number " + text);
      if (text.startsWith("bad") && FAILS.get()) {
        throw new IllegalArgumentException(text);
      }
      return text.startsWith("bad") ? -size : Integer.parseInt(text);
    }
  }

  @Pipeline
  interface Rows {
    @Nested(value = Reading.class, output = "number")
    List<Outcome<Integer>> cells(@Each("text") List<String> row);

    @Node
    static int sum(List<Outcome<Integer>> cells) {
      Ran.node("sum of " + cells.size());
      return Outcome.values(cells).stream().mapToInt(each -> each).sum();
    }
  }

  final class Slow {
    private Slow() {}

    @Node
    @Timeout("50ms")
    static CompletionStage<String> answer(String question) {
      Ran.node("answer " + question);
      return question.startsWith("slow") && FAILS.get()
          ? new CompletableFuture<>()
          : CompletableFuture.completedFuture(question + "!");
    }
  }
}
