package t;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.Map;

@Pipeline
interface P {
  @Node
  static int number(String text) {
    return text.length();
  }

  @Node
  static List<String> words(String text) {
    return List.of(text);
  }

  @Node
  static int[] sizes(String text) {
    return new int[0];
  }

  /** Another class. */
  @Node
  static <T> T first(List<T> number) {
    return number.get(0);
  }

  /** The class, with arguments of others. */
  @Node
  static <K, V> List<K> keys(List<Map<K, V>> words) {
    return List.of();
  }

  /** No array of references. */
  @Node
  static <T> T last(T[] sizes) {
    return sizes[0];
  }

  /** What a generic node gives is compared as what it is here. */
  @Node
  static <T> List<T> twice(T word, List<? super T> words) {
    return List.of(word, word);
  }

  @Node
  static int count(List<Integer> twice, String word) {
    return twice.size();
  }

  @Nested(Inner.class)
  List<String> all(@Each("item") List<String> words);

  final class Inner {
    @Node
    static <T> T element(List<T> item) {
      return item.get(0);
    }
  }
}
