package t;

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
  static List<Long> longs(String text) {
    return List.of();
  }

  @Node
  static <T> T pick(T number, T text) {
    return number;
  }

  @Node
  static <T> List<T> added(List<T> longs, T number) {
    return longs;
  }

  @Node
  static <T> boolean accepts(List<? super T> longs, T text) {
    return longs.add(null);
  }

  @Node
  static <T> Map<T, T> both(Map<T, T> table) {
    return table;
  }

  @Node
  static int entries(Map<String, Integer> table) {
    return table.size();
  }
}
