package leased;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Scope;
import dev.millrace.Stateful;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Two nodes that need the same instance, of which there is one. */
@Pipeline
interface Leased {
  ConcurrentHashMap<String, Integer> RAN = new ConcurrentHashMap<>();

  /** What the next node waits for, if anybody holds it up. */
  AtomicReference<Held> HELD = new AtomicReference<>();

  /** A node has begun, with the instance, and goes on when it is told to. */
  record Held(CountDownLatch begun, CountDownLatch goOn) {}

  @Stateful(scope = Scope.PER_WORKER, maxInstances = 1)
  final class Only {
    private final String mark;

    Only(String mark) {
      this.mark = mark;
    }

    String marked(String text) {
      return text + mark;
    }
  }

  @Node
  static String one(String first, Only only) throws InterruptedException {
    RAN.merge("one " + first, 1, Integer::sum);
    Held held = HELD.getAndSet(null);
    if (held != null) {
      held.begun().countDown();
      held.goOn().await();
    }
    return only.marked(first);
  }

  @Node
  static String three(String second, Only only) {
    RAN.merge("three " + second, 1, Integer::sum);
    return only.marked(second);
  }

  @Node
  static String both(String one, String three) {
    return one + three;
  }

  @Nested(value = Pair.class, output = "pair")
  List<String> pairs(@Each("first") List<String> firsts, @Each("second") List<String> seconds);

  /** The same of each item. */
  final class Pair {
    private Pair() {}

    @Node
    static String head(String first, Only only) throws InterruptedException {
      return one(first, only);
    }

    @Node
    static String tail(String second, Only only) {
      return three(second, only);
    }

    @Node
    static String pair(String head, String tail) {
      return head + tail;
    }
  }
}
