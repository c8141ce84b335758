package chained;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Maps over the results of maps. Counts how often each node has run. */
@Pipeline
interface Chained {
  Map<String, Integer> RAN = new ConcurrentHashMap<>();

  static void ran(String node) {
    RAN.merge(node, 1, Integer::sum);
  }

  @Node
  static List<String> lines(String text) {
    ran("lines");
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  @Nested(value = Sizes.class, output = "size")
  List<Integer> sizes(@Each("line") List<String> lines);

  @Nested(value = Halves.class, output = "half")
  List<Double> halves(@Each("size") List<Integer> sizes);

  @Nested(value = Labels.class, output = "label")
  List<String> labels(
      @Each("line") List<String> lines,
      @Each("size") List<Integer> sizes,
      @Each("half") List<Double> halves);

  @Nested(value = Initials.class, output = "initial")
  List<@Nullable String> initials(@Each("line") List<String> lines);

  @Nested(value = Greetings.class, output = "greeting")
  List<String> greetings(@Each("initial") List<@Nullable String> initials);

  @Node
  static int total(List<Integer> sizes, int times) {
    ran("total");
    return sizes.stream().mapToInt(each -> each).sum() * times;
  }

  @Node
  static String all(List<String> labels, List<Double> halves) {
    ran("all");
    List<String> all = new ArrayList<>(labels);
    halves.forEach(each -> all.add(each.toString()));
    return all.toString();
  }

  final class Sizes {
    private Sizes() {}

    @Node
    static int size(String line) {
      ran("size");
      if (line.equals("bad")) {
        throw new IllegalArgumentException("a bad line");
      }
      return line.length();
    }
  }

  final class Halves {
    private Halves() {}

    @Node
    static double half(int size, double factor) {
      ran("half");
      return size * factor;
    }
  }

  final class Labels {
    private Labels() {}

    @Node
    static String label(String line, int size, double half, String mark) {
      ran("label");
      return line + size + mark + half;
    }
  }

  final class Initials {
    private Initials() {}

    @Node
    static @Nullable String initial(String line) {
      ran("initial");
      return line.startsWith("-") ? null : line.substring(0, 1);
    }
  }

  final class Greetings {
    private Greetings() {}

    @Node
    static String greeting(@Nullable String initial, String word) {
      ran("greeting");
      return word + initial;
    }
  }
}
