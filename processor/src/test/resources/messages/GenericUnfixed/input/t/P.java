package t;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline(P.Box.class)
interface P {
  /** What it reads is not fixed, and that is said there. */
  @Node
  static <T> T last(List<T> head) {
    return head.get(0);
  }

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

  /** Any object, which says nothing of a list. */
  @Node
  static int hash(Object object) {
    return object.hashCode();
  }

  @Node
  static <T> int size(List<T> object) {
    return object.size();
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
