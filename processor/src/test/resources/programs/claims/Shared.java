package claims;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Work that several do at once; how often each item was computed is written down. */
@Pipeline
interface Shared {
  ConcurrentHashMap<String, Integer> RAN = new ConcurrentHashMap<>();

  /** What a node waits for, if anybody holds it up. */
  AtomicReference<Held> HELD = new AtomicReference<>();

  /** A node has begun, and goes on when it is told to, well or not. */
  record Held(CountDownLatch begun, CountDownLatch goOn, boolean fails) {
    static Held up(boolean fails) {
      return new Held(new CountDownLatch(1), new CountDownLatch(1), fails);
    }
  }

  static void ran(String node, Object item) {
    RAN.merge(node + " " + item, 1, Integer::sum);
  }

  @Nested(value = Items.class, output = "last")
  List<String> lasts(@Each("number") List<Integer> numbers);

  @Nested(value = Waiting.class, output = "waited")
  List<String> waits(@Each("number") List<Integer> numbers);

  /** Two deep: a list of rows. */
  @Nested(value = Rows.class, output = "joined")
  List<String> rows(@Each("numbers") List<List<Integer>> table);

  @Node
  static String alone(String text) throws InterruptedException {
    ran("alone", text);
    Held held = HELD.getAndSet(null);
    if (held != null) {
      held.begun().countDown();
      held.goOn().await();
      if (held.fails()) {
        throw new IllegalStateException("held up");
      }
    }
    return text + "!";
  }

  @Nested(value = Alone.class, output = "slow")
  List<String> slows(@Each("text") List<String> texts);

  final class Alone {
    private Alone() {}

    @Node
    static String slow(String text) throws InterruptedException {
      return alone(text);
    }
  }

  /** What is slow is inside, and the same for all numbers. */
  @Nested(value = Deep.class, output = "top")
  String deep(String text, int number);

  final class Deep {
    private Deep() {}

    @Node
    static String slow(String text) throws InterruptedException {
      return alone(text);
    }

    @Node
    static String top(String slow, int number) {
      ran("top", number);
      return slow + number;
    }
  }

  @Pipeline
  interface Rows {
    @Nested(value = Items.class, output = "last")
    List<String> cells(@Each("number") List<Integer> numbers);

    @Node
    static String joined(List<String> cells) {
      ran("joined", cells);
      return String.join("", cells);
    }
  }

  final class Waiting {
    private Waiting() {}

    @Node
    static CompletionStage<String> waited(int number) {
      ran("waited", number);
      return CompletableFuture.supplyAsync(() -> (number + 1) * 2 + 1 + ";");
    }
  }

  final class Items {
    private Items() {}

    @Node
    static int first(int number) {
      ran("first", number);
      return number + 1;
    }

    /** A twin, which makes a stage of its own. */
    @Node
    static int second(int first) {
      ran("second", first);
      return first * 2;
    }

    @Batch
    static List<Integer> second(List<Integer> firsts) {
      firsts.forEach(each -> ran("second", each));
      return firsts.stream().map(each -> each * 2).toList();
    }

    @Node
    static int third(int second) {
      ran("third", second);
      return second + 1;
    }

    @Node
    static String last(int third) {
      ran("last", third);
      return third + ";";
    }
  }
}
