package failing;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Things that are needed only on the way. */
@Pipeline
interface Things {
  @Nested(value = OneThing.class, output = "size")
  List<Integer> sizes(@Each("item") List<Integer> items);

  /** One of them. */
  final class OneThing {
    private OneThing() {}

    @Node
    static Object[] thing(int item, Consumer<Object> made) {
      Object[] thing = {item, new Object()};
      made.accept(thing);
      return thing;
    }

    @Node(blocking = true, maxInFlight = 8)
    static int size(Object[] thing, IntConsumer measured) {
      measured.accept((int) thing[0]);
      return (int) thing[0];
    }
  }
}
