package peers;

import dev.millrace.As;
import dev.millrace.Batch;
import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import java.util.List;

/** Nested uses, of which one word is changed between two runs. */
@Pipeline
interface Nest {
  @Node
  static int bound() {
    Ran.node("bound");
    return 5;
  }

  @Nested(Scaled.class)
  int scaled(int number, @As("factor") int bound);

  @Nested(Shifted.class)
  int shifted(@As("value") int number);

  @Nested(Minus.class)
  int difference(@As("left") int first, @As("right") int second);

  @Nested(value = Stats.class, output = "least")
  int picked(@As("numbers") List<Integer> some);

  @Nested(value = Stats.class, output = "greatest")
  int other(@As("numbers") List<Integer> some);

  @Nested(Doubling.class)
  List<Integer> doubled(@Each("one") List<Integer> some);

  @Node
  static String report(int picked, int other) {
    Ran.node("report");
    return picked + " to " + other;
  }

  final class Scaled {
    private Scaled() {}

    @Node
    static int product(int number, int factor) {
      Ran.node("product");
      return number * factor;
    }
  }

  final class Shifted {
    private Shifted() {}

    @Node
    static int sum(int value, @Default("1") int shift) {
      Ran.node("sum");
      return value + shift;
    }
  }

  final class Minus {
    private Minus() {}

    @Node
    static int minus(int left, int right) {
      Ran.node("minus");
      return left - right;
    }
  }

  final class Stats {
    private Stats() {}

    @Node
    static List<Integer> ordered(List<Integer> numbers) {
      Ran.node("ordered");
      return numbers.stream().sorted().toList();
    }

    @Node
    static int least(List<Integer> ordered) {
      Ran.node("least");
      return ordered.get(0);
    }

    @Node
    static int greatest(List<Integer> ordered) {
      Ran.node("greatest");
      return ordered.get(ordered.size() - 1);
    }
  }

  final class Doubling {
    private Doubling() {}

    @Node
    static int twice(int one) {
      Ran.node("twice");
      return 2 * one;
    }

    @Batch
    static List<Integer> twice(List<Integer> ones) {
      Ran.node("twice " + ones.size());
      return ones.stream().map(each -> each + each).toList();
    }
  }

  /** The same use for one of its outputs, and for both. */
  @Pipeline
  interface One {
    @Nested(value = Stats.class, output = "least")
    int least(List<Integer> numbers);
  }

  /** More of it. */
  @Pipeline
  interface Both {
    record Ends(int least, int greatest) {}

    @Nested(Stats.class)
    @Split
    Ends ends(List<Integer> numbers);
  }

  record Cut(String head, String tail) {}

  /** A node with several outputs, and one that reads one of them. */
  @Pipeline
  interface Parts {
    @Node
    @Split
    static Cut cut(String text) {
      Ran.node("cut");
      return new Cut(text.substring(0, 1), text.substring(1));
    }

    @Node
    static String first(String head) {
      Ran.node("first");
      return head + "!";
    }

    @Node
    static String rest(String tail) {
      Ran.node("rest");
      return tail + "!";
    }
  }
}
