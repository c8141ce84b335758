package t;

import dev.millrace.As;
import dev.millrace.Batch;
import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.Input;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Retry;
import dev.millrace.Split;
import dev.millrace.Timeout;
import dev.millrace.When;
import java.util.List;

final class Nodes {
  @Node
  static int count(@Each("word") String text, @As("other") String note) {
    return text.length() + note.length();
  }

  @Batch
  static List<Integer> count(@In("texts") List<String> text, @Input List<String> note) {
    return List.of();
  }

  @Batch
  @Retry
  static List<Integer> half(@Each("number") List<Integer> numbers, @Default("2") int by) {
    return numbers;
  }

  @Node
  static int half(int number, int by) {
    return number / by;
  }

  @Batch(of = "half")
  static List<Integer> quarter(@Each("number") List<Integer> numbers, int by) {
    return numbers;
  }

  @Batch
  static List<Integer> alone(
      @Each("one") @In("two") List<Integer> all, @In("by") @Default("2") @Input int most) {
    return all;
  }

  @Split
  @Timeout("1s")
  @When("X")
  static String nothing(@Default("1") int number) {
    return "" + number;
  }

  record Pair(@As("first") String left, String right) {}

  @Nested(Nodes.class)
  static int size(String text) {
    return text.length();
  }
}
