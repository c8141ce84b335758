package map;

import dev.millrace.As;
import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Words in many nested uses; what ran is written down. */
@Pipeline
interface Words {
  List<String> RAN = new ArrayList<>();

  @Nested(Scale.class)
  List<Integer> scaled(@Each("word") List<String> words);

  /** A second use of the same class. */
  @Nested(Scale.class)
  List<Integer> others(@Each("word") List<String> otherWords);

  @Nested(Fragile.class)
  List<Integer> parsed(@Each("word") List<String> words);

  @Nested(Lists.class)
  List<List<Integer>> tables(@Each("row") List<List<String>> rows);

  @Nested(Pairs.class)
  List<String> pairs(@Each("left") List<String> lefts, @Each("right") List<String> rights);

  /** Inside, "length" is an output: here it is given for each, so nothing computes it. */
  @Nested(value = Scale.class, output = "doubled")
  List<Integer> doubles(@Each("length") List<Integer> lengths);

  @Nested(Scale.class)
  int once(@As("word") String single);

  @Nested(Constant.class)
  List<String> same(@Each("word") List<String> words);

  final class Scale {
    private Scale() {}

    @Node
    static int factor(int base) {
      RAN.add("factor");
      return base * 10;
    }

    @Node
    static int length(String word) {
      RAN.add("length " + word);
      return word.length();
    }

    @Batch
    static List<Integer> length(List<String> words) {
      RAN.add("lengths " + words.size());
      return words.stream().map(String::length).toList();
    }

    @Node
    static int doubled(int length) {
      return 2 * length;
    }

    @Node
    static int result(int doubled, int factor) {
      return doubled * factor;
    }
  }

  /** Every word may fail, in the twin and alone; the second node fails on its own words. */
  final class Fragile {
    private Fragile() {}

    @Node
    static int number(String word) throws IOException {
      RAN.add("one " + word);
      if (word.startsWith("bad")) {
        throw new IOException("cannot read " + word);
      }
      return word.equals("null") ? -1 : Integer.parseInt(word);
    }

    @Batch
    static List<Integer> number(List<String> words) throws IOException {
      RAN.add("twin " + words.size());
      List<Integer> numbers = new ArrayList<>();
      for (String word : words) {
        if (word.startsWith("bad")) {
          throw new IOException("the batch holds " + word);
        }
        if (word.equals("short")) {
          return numbers;
        }
        numbers.add(word.equals("null") ? null : (Integer) Integer.parseInt(word));
      }
      return numbers;
    }

    @Node
    static Integer checked(int number) {
      if (number < 0) {
        throw new IllegalArgumentException("negative: " + number);
      }
      return number == 404 ? null : (Integer) number;
    }
  }

  /** A map in a map. */
  @Pipeline
  interface Lists {
    @Nested(Scale.class)
    List<Integer> cells(@Each("word") List<String> row);
  }

  final class Pairs {
    private Pairs() {}

    @Node
    static String pair(String left, String right) {
      return left + right;
    }
  }

  /** What it takes does not vary, though something is mapped. */
  final class Constant {
    private Constant() {}

    @Node
    static String greeting(@In("base") int number) {
      RAN.add("greeting");
      return "hello " + number;
    }

    @Node
    static String greeted(String greeting, String word) {
      return greeting + " " + word;
    }
  }
}
