package witness;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** Whatever a variable stands for, the node is called for one item, and the twin for many. */
@Pipeline(Trap.Generics.class)
interface Trap {
  final class Generics {
    private Generics() {}

    @Node
    static <T> String g(T items) {
      return "one " + items;
    }

    @Batch
    static <T> List<String> g(List<T> items) {
      return items.stream().map(item -> "many " + item).toList();
    }

    @Node
    static <T> String same(T items, T item) {
      return "one " + items + item;
    }

    static <T> String same(List<T> items, T item) {
      throw new AssertionError("nobody asked for this overload: " + items + item);
    }
  }

  @Node
  static List<Object> items(String text) {
    return List.of(text);
  }

  @Node
  static Object item(String text) {
    return text;
  }

  @Nested(value = Generics.class, output = "g")
  List<String> shown(@Each("items") List<List<Object>> lists);

  @Nested(value = Generics.class, output = "g")
  List<String> objects(@Each("items") List<Object> items);
}
