package editions;

import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** (a, b) -> foo -> bar(foo, c), alone and for each of a list; what ran is written down. */
@Pipeline(Flow.Nodes.class)
interface Flow {
  ConcurrentLinkedQueue<String> RAN = new ConcurrentLinkedQueue<>();

  record Sum(int value) {}

  @Nested(value = Nodes.class, output = "bar")
  List<Integer> bars(@Each("a") List<Integer> as);

  final class Nodes {
    private Nodes() {}

    @Node
    static Sum foo(int a, int b) {
      RAN.add("foo");
      return Near.sum(a, b);
    }

    @Node
    static int bar(Sum foo, int c, @Default("0") int more) {
      RAN.add("bar");
      return foo.value() * c + Far.SHIFT + more;
    }
  }
}
