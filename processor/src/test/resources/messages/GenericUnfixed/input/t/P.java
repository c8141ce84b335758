package t;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline(P.Box.class)
interface P {
  /** Only this node says what "things" are, and it takes any. */
  @Node
  static <T> List<T> head(List<T> things, int count) {
    return things.subList(0, count);
  }

  /** What reads it is no fault of its own. */
  @Node
  static <T> T first(List<T> head) {
    return head.get(0);
  }

  @Node
  static <T> List<T> nothing(String text) {
    return List.of();
  }

  @Node
  static <A, B> A either(A left, B right) {
    return left;
  }

  final class Box<T> {
    private final T content;

    Box(T content) {
      this.content = content;
    }

    @Node
    T content() {
      return content;
    }
  }

  @Nested(Inner.class)
  List<String> all(@Each("word") List<String> words);

  final class Inner {
    @Node
    static <T> String joined(String word, T suffix) {
      return word + suffix;
    }
  }
}
