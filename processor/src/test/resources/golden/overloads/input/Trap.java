package trap;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/**
 * Whatever the value is, the node must be called: not its twin, though a list would fit that, nor
 * an overload that fits the value better.
 */
@Pipeline
interface Trap {
  @Node
  static List<Object> items(String text) {
    return List.of(text);
  }

  @Node
  static List<String> names(String text) {
    return List.of(text);
  }

  @Node
  static String show(Object items) {
    return "one " + items;
  }

  @Batch
  static List<String> show(List<Object> items) {
    return items.stream().map(item -> "many " + item).toList();
  }

  @Node("named")
  static String name(Object names, long count) {
    return "object " + names + count;
  }

  static String name(List<String> names, int count) {
    throw new AssertionError("nobody asked for this overload: " + names + count);
  }

  @Node
  static int count(String text) {
    return text.length();
  }

  /** Mapped over lists: each item is a list, and still one item. */
  @Nested(value = Showing.class, output = "shown")
  List<String> all(@Each("item") List<List<Object>> lists);

  final class Showing {
    private Showing() {}

    @Node
    static String shown(Object item) {
      return "one " + item;
    }

    @Batch
    static List<String> shown(List<Object> items) {
      return items.stream().map(item -> "many " + item).toList();
    }
  }
}
