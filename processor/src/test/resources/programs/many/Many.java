package many;

import dev.millrace.As;
import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.MapMode;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.Weigher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Every shape of a map; what ran is written down. */
@Pipeline
interface Many {
  List<String> RAN = new ArrayList<>();

  // Each with each.

  @Nested(value = Cells.class, output = "cell", mode = MapMode.PRODUCT)
  List<String> grid(@Each("row") List<String> rows, @Each("column") List<Integer> columns);

  @Nested(value = Cells.class, output = "cube", mode = MapMode.PRODUCT)
  List<String> cubes(
      @Each("row") List<String> rows,
      @Each("column") List<Integer> columns,
      @Each("depth") List<Character> depths);

  @Nested(value = Cells.class, output = "checked", mode = MapMode.PRODUCT)
  List<Outcome<String>> checkedGrid(
      @Each("row") List<String> rows, @Each("column") List<Integer> columns);

  @Nested(value = Cells.class, output = "twice", mode = MapMode.PRODUCT, flatten = true)
  List<String> flatGrid(@Each("row") List<String> rows, @Each("column") List<Integer> columns);

  @Nested(value = Cells.class, output = "weighed", mode = MapMode.PRODUCT)
  List<String> weighedGrid(@Each("row") List<String> rows, @Each("column") List<Integer> columns);

  final class Cells {
    private Cells() {}

    @Node
    static String sign(String signs) {
      RAN.add("sign");
      return signs.substring(0, 1);
    }

    @Node
    static String cell(String row, int column, String sign) {
      return row + sign + column;
    }

    @Batch
    static List<String> cell(List<String> row, List<Integer> column, String sign) {
      RAN.add("cells " + row.size());
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.get(i) + sign + column.get(i));
      }
      return cells;
    }

    @Node
    static String cube(String cell, char depth) {
      return cell + depth;
    }

    @Node
    static String checked(String cell) throws IOException {
      if (cell.startsWith("b") && cell.endsWith("2")) {
        throw new IOException("no " + cell);
      }
      return cell;
    }

    @Node
    static List<String> twice(String cell, int column) {
      return column == 1 ? List.of() : List.of(cell, cell);
    }

    /** Only the second list is weighed; the first is what the weight says nothing of. */
    @Node
    static String weighed(String row, int column) {
      return row + column;
    }

    @Batch(maxWeight = 4)
    static List<String> weighed(String row, List<Integer> column) {
      throw new AssertionError("what it takes once varies");
    }
  }

  // Failures as values.

  @Nested(value = Steps.class, output = "last")
  List<Outcome<Integer>> kept(@Each("word") List<String> words);

  @Nested(value = Steps.class, output = "last")
  List<Integer> strict(@Each("word") List<String> words);

  @Nested(value = Steps.class, output = "letters", flatten = true)
  List<Outcome<String>> lettersKept(@Each("word") List<String> words);

  @Nested(value = Inner.class, output = "values")
  List<Outcome<List<Outcome<Integer>>>> softInSoft(@Each("words") List<List<String>> pages);

  @Nested(value = InnerStrict.class, output = "values")
  List<Outcome<List<Integer>>> strictInSoft(@Each("words") List<List<String>> pages);

  @Nested(value = Inner.class, output = "values")
  List<List<Outcome<Integer>>> softInStrict(@Each("words") List<List<String>> pages);

  @Pipeline
  interface Inner {
    @Nested(value = Steps.class, output = "last")
    List<Outcome<Integer>> values(@Each("word") List<String> words);
  }

  @Pipeline
  interface InnerStrict {
    @Nested(value = Steps.class, output = "last")
    List<Integer> values(@Each("word") List<String> words);
  }

  final class Steps {
    private Steps() {}

    @Node
    static int first(String word) throws IOException, InterruptedException {
      RAN.add("first " + word);
      switch (word) {
        case "io":
          throw new IOException("no " + word);
        case "interrupt":
          throw new InterruptedException(word);
        case "error":
          throw new StackOverflowError(word);
        case "cancel":
          throw new CancellationException(word);
        default:
          return word.length();
      }
    }

    @Node
    static int second(int first, int plus) {
      if (first == 3) {
        throw new IllegalStateException("three");
      }
      return first + plus;
    }

    @Batch
    static List<Integer> second(List<Integer> first, int plus) {
      RAN.add("seconds " + first);
      if (first.contains(3)) {
        throw new IllegalStateException("one of them");
      }
      return first.stream().map(each -> each + plus).toList();
    }

    @Node
    static int last(int second) {
      RAN.add("last " + second);
      return second;
    }

    @Node
    static List<String> letters(String word, int last) {
      return word.equals("null") ? null : List.of(word.split(""));
    }
  }

  // Joined lists.

  @Nested(value = Letters.class, output = "letters", flatten = true)
  List<String> letters(@Each("word") List<String> words);

  @Nested(value = Letters.class, output = "spelled", flatten = true)
  List<String> streamed(@Each("word") List<String> words);

  @Nested(value = Letters.class, output = "broken", flatten = true)
  List<String> broken(@Each("word") List<String> words);

  final class Letters {
    private Letters() {}

    @Node
    static List<String> letters(String word) {
      return word.isEmpty() ? List.of() : List.of(word.split(""));
    }

    @Node
    static Stream<String> spelled(String word) {
      return word.chars().mapToObj(each -> String.valueOf((char) each));
    }

    @Node
    static List<String> broken(String word) {
      return word.isEmpty() ? null : List.of(word);
    }
  }

  // Several outputs.

  record Sizes(List<Integer> lengths, @As("upper") List<String> uppers) {}

  @Split
  @Nested(Words.class)
  Sizes sizes(@Each("word") List<String> words);

  record Kept(List<Outcome<Integer>> keptLengths, @As("risky") List<Outcome<String>> risks) {}

  @Split
  @Nested(Words.class)
  Kept keptBoth(@Each("word") List<String> words);

  record One(int length, String upper) {}

  @Split
  @Nested(Words.class)
  One one(@As("word") String single);

  @Node
  static int total(List<Integer> lengths) {
    return lengths.stream().mapToInt(each -> each).sum();
  }

  final class Words {
    private Words() {}

    @Node
    static String trimmed(String word) {
      RAN.add("trimmed " + word);
      return word.strip();
    }

    @Node
    static int length(String trimmed) {
      RAN.add("length");
      return trimmed.length();
    }

    @Node
    static int lengths(int length) {
      return length;
    }

    @Node
    static int keptLengths(int length) {
      return length;
    }

    @Node
    static String upper(String trimmed) {
      RAN.add("upper");
      return trimmed.toUpperCase(java.util.Locale.ROOT);
    }

    @Node
    static String risky(String trimmed) {
      if (trimmed.isEmpty()) {
        throw new IllegalArgumentException("empty");
      }
      return trimmed;
    }
  }

  // Wildcards, and three maps deep.

  @Node
  static List<? extends Number> numbers(int upTo) {
    return upTo % 2 == 0 ? List.of(1, 2.5) : List.of(upTo);
  }

  @Nested(Numbers.class)
  List<Double> halves(@Each("number") List<? extends Number> numbers);

  @Node
  static double sum(List<? extends Number> numbers) {
    return numbers.stream().mapToDouble(Number::doubleValue).sum();
  }

  final class Numbers {
    private Numbers() {}

    @Node(cache = CachePolicy.NEVER)
    static double half(Number number) {
      return number.doubleValue() / 2;
    }
  }

  @Nested(value = Pages.class, output = "pages")
  List<List<List<String>>> books(@Each("book") List<List<List<String>>> shelf);

  @Pipeline
  interface Pages {
    @Nested(value = Lines.class, output = "lines")
    List<List<String>> pages(@Each("page") List<List<String>> book);
  }

  @Pipeline
  interface Lines {
    @Nested(value = Line.class, output = "shown")
    List<String> lines(@Each("line") List<String> page);
  }

  final class Line {
    private Line() {}

    @Node
    static String mark(String signs) {
      RAN.add("mark");
      return signs.substring(0, 1);
    }

    @Node
    static String shown(String line, String mark) {
      return mark + line;
    }
  }

  // Weights.

  final class Strict implements Weigher<String> {
    @Override
    public long weigh(String item) {
      if (item.equals("throws")) {
        throw new IllegalStateException("cannot weigh " + item);
      }
      return item.equals("negative") ? -1 : item.length();
    }
  }

  final class Weighed {
    private Weighed() {}

    @Node
    static String joined(String left, String right) {
      return left + right;
    }

    @Batch(maxWeight = 3, weigher = Strict.class)
    static List<String> joined(List<String> left, List<String> right) {
      RAN.add("joined " + left);
      List<String> joined = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        joined.add(left.get(i) + right.get(i));
      }
      return joined;
    }
  }

  @Nested(Weighed.class)
  List<String> weighed(@Each("left") List<String> lefts, @As("right") String signs);

  @Nested(Weighed.class)
  List<Outcome<String>> weighedSoftly(@Each("left") List<String> lefts, @As("right") String signs);

  @Nested(Weighed.class)
  List<String> oneWeight(@As("left") String signs, @Each("right") List<String> rights);
}
