package reviewed;

import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What a cache once got wrong, or nearly. */
@Pipeline(Reviewed.Nodes.class)
interface Reviewed {
  boolean[] FAILS = {false};
  AtomicInteger OPENED = new AtomicInteger();

  /** What is read by a supertype does what its own class says. */
  interface Named {
    String told();
  }

  record Name(String text) implements Named {
    @Override
    public String told() {
      return text + "!";
    }
  }

  @Nested(Upper.class)
  List<String> strict(@Each("text") List<String> texts);

  @Nested(Upper.class)
  List<Outcome<String>> soft(@Each("text") List<String> texts);

  @Nested(value = Shown.class, output = "shown")
  List<String> shownStrict(@Each("thing") List<String> strict);

  @Nested(value = Shown.class, output = "shown")
  List<String> shownSoft(@Each("thing") List<Outcome<String>> soft);

  @Nested(Norms.class)
  List<Float> norms(@Each("vector") List<float[]> vectors);

  @Nested(value = Joined.class, output = "joined")
  List<String> joins(@Each("word") List<String> words, List<String> others);

  @Nested(Pairs.class)
  List<String> pairs(@Each("left") List<String> lefts, @Each("right") List<String> rights);

  final class Box {
    private final String text;

    Box(String text) {
      this.text = text;
    }
  }

  @Nested(Boxes.class)
  List<Box> boxes(@Each("text") List<String> texts);

  @Nested(Opened.class)
  List<String> opened(@Each("box") List<Box> boxes);

  final class Pairs {
    @Node
    static String pair(String left, String right) {
      return left + right;
    }
  }

  final class Boxes {
    @Node
    static Box box(String text) {
      return new Box(text);
    }
  }

  final class Opened {
    @Node
    static String inside(@In(key = KeyPolicy.IDENTITY) Box box) {
      OPENED.incrementAndGet();
      return box.text;
    }
  }

  final class Upper {
    @Node
    static String upper(String text) {
      return text.toUpperCase(Locale.ROOT);
    }
  }

  final class Shown {
    @Node
    static <T> String shown(T thing) {
      return "<" + thing + ">";
    }
  }

  final class Norms {
    @Node
    static float norm(float[] vector) {
      return vector[0] * vector[0];
    }
  }

  @Pipeline
  interface Joined {
    @Nested(Failing.class)
    List<Outcome<String>> softs(@Each("other") List<String> others);

    @Node
    static String joined(String word, List<Outcome<String>> softs) {
      return word + Outcome.values(softs);
    }
  }

  final class Failing {
    @Node
    static String sometimes(String other) {
      if (FAILS[0] && other.equals("y")) {
        throw new IllegalStateException("it is down");
      }
      return other;
    }
  }

  final class Nodes {
    @Node
    static String helper(String seed) {
      return seed + "?";
    }

    @Node
    static int helped(int size, @In(key = KeyPolicy.IGNORE) String helper) {
      return size + helper.length();
    }

    @Node
    static List<float[]> vectors(List<Float> numbers) {
      return numbers.stream().map(each -> new float[] {each}).toList();
    }

    @Node
    static int count(List<Name> names) {
      return names.size();
    }

    @Node
    static String told(List<? extends Named> names) {
      return names.get(0).told();
    }
  }
}
