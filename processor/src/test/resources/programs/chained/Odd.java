package chained;

import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import dev.millrace.runtime.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What was wrong once, or may be, where maps over maps are asked for before they run. */
@Pipeline
interface Odd {
  AtomicBoolean IS_DOWN = new AtomicBoolean();
  AtomicBoolean TURNS = new AtomicBoolean();

  @Node
  static List<String> lines(String text) {
    return List.of(text.split(" "));
  }

  @Nested(value = Fetching.class, output = "fetch")
  List<Outcome<String>> fetched(@Each("line") List<String> lines);

  @Node
  static List<String> good(List<Outcome<String>> fetched) {
    return Outcome.values(fetched);
  }

  @Nested(value = Sizes.class, output = "size")
  List<Integer> sizes(@Each("doc") List<String> good);

  @Nested(value = Halves.class, output = "half")
  List<Double> halves(@Each("size") List<Integer> sizes);

  @Node
  static String index(List<Double> halves) {
    return halves.toString();
  }

  @Node(cache = CachePolicy.NEVER)
  static int turn(List<String> raw) {
    if (TURNS.get()) {
      Collections.reverse(raw);
    }
    return raw.size();
  }

  @Nested(value = Sizes.class, output = "size")
  List<Integer> rawSizes(@Each("doc") List<String> raw);

  @Nested(value = Halves.class, output = "half")
  List<Double> rawHalves(@Each("size") List<Integer> rawSizes);

  @Node
  static String both(int turn, List<Double> rawHalves) {
    return turn + " " + rawHalves;
  }

  record Two(List<Double> twos) {}

  @Nested(Twos.class)
  @Split
  Two two(@Each("size") List<Integer> rawSizes);

  @Node
  static String end(List<Double> twos) {
    return twos.toString();
  }

  @Node
  static int factor(String spec) {
    return Integer.parseInt(spec);
  }

  @Nested(value = Scaling.class, output = "scaled")
  List<Integer> scaled(@Each("size") List<Integer> rawSizes);

  @Nested(value = Deep.class, output = "deep")
  List<String> deeps(@Each("one") List<String> raw);

  final class Fetching {
    private Fetching() {}

    @Node
    static String fetch(String line) {
      if (IS_DOWN.get() && line.equals("bad")) {
        throw new IllegalStateException("down");
      }
      return line + "!";
    }
  }

  final class Sizes {
    private Sizes() {}

    @Node
    static int size(String doc) {
      return doc.length();
    }
  }

  final class Halves {
    private Halves() {}

    @Node
    static double half(int size) {
      return size * 0.5;
    }
  }

  final class Twos {
    private Twos() {}

    @Node
    static double twos(int size) {
      return size * 2.0;
    }
  }

  final class Scaling {
    private Scaling() {}

    @Node
    static int scaled(int size, int factor) {
      return size * factor;
    }
  }

  final class Deep {
    private Deep() {}

    @Node
    static String pre(String one) {
      return one + one;
    }

    @Node(cache = CachePolicy.NEVER)
    static String mid(String pre) {
      return pre + "!";
    }

    @Node
    static String deep(String mid) {
      return mid + mid;
    }
  }
}
