package t;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.Map;

/** Generic nodes that read what has a fault of its own: it is said once, where it is. */
@Pipeline
interface P {
  @Node
  static List<String> tokens(String text) {
    return List.of(text);
  }

  @Node
  static <T> T nearest(List<T> tokenz) {
    return tokenz.get(0);
  }

  @Node
  static <T> List<T> ping(List<T> pong) {
    return pong;
  }

  @Node
  static <T> List<T> pong(List<T> ping) {
    return ping;
  }

  @Node
  static <T> T ofLoop(List<T> ping) {
    return ping.get(0);
  }

  /** Its own slip is said where the use is. */
  @Nested(value = Inner.class, output = "joined")
  List<String> all(@Each("word") List<String> words);

  final class Inner {
    @Node
    static <T> String joined(String word, List<T> tokenx) {
      return word + tokenx;
    }
  }

  @Node
  static <K> List<K> keys(Map<K, String> tokens) {
    return List.copyOf(tokens.keySet());
  }

  @Node
  static int size(List<String> keys) {
    return keys.size();
  }
}
