package t;

import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Pipeline
interface P {
  record Words(List<String> words, int count) {}

  record Nothing() {}

  @Node
  @Split
  static List<String> noRecord(String text) {
    return List.of(text);
  }

  @Node
  @Split
  static Stream<Words> many(String text) {
    return Stream.of();
  }

  @Node
  @Split
  static @Nullable Words orNull(String text) {
    return null;
  }

  @Node
  @Split
  static Nothing noComponents(String text) {
    return new Nothing();
  }

  final class Inner {
    @Node
    static int size(String word) {
      return word.length();
    }
  }

  @Nested(Inner.class)
  @Split
  int notARecord(String word);
}
