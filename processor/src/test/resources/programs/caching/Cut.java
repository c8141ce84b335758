package caching;

import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A node that is not kept, between a value that readers are keyed by and one that is kept. */
@Pipeline(Cut.Nodes.class)
interface Cut {
  AtomicInteger BETWEEN = new AtomicInteger();

  @Nested(value = Nodes.class, output = "last")
  List<Integer> all(@Each("start") List<Integer> starts);

  final class Nodes {
    @Node(cutOff = true)
    static int tens(int start) {
      return start / 10;
    }

    @Node(cache = CachePolicy.PASS)
    static int between(int tens) {
      return BETWEEN.incrementAndGet() * 0 + tens + 1;
    }

    @Node
    static int last(int between) {
      return between * 2;
    }
  }
}
