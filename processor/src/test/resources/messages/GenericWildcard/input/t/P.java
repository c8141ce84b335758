package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.Map;

@Pipeline
interface P {
  @Node
  static List<? extends Number> numbers(String text) {
    return List.of(text.length());
  }

  @Node
  static List<Map<String, ?>> tables(String text) {
    return List.of();
  }

  @Node
  static <T> T first(List<T> numbers) {
    return numbers.get(0);
  }

  @Node
  static <K, V> V value(List<Map<K, V>> tables) {
    return tables.get(0).values().iterator().next();
  }

  @Node
  static <T> T sound(List<? extends T> numbers) {
    return numbers.get(0);
  }
}
