package streaming;

import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Timeout;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/** What must not happen at once, or not in another order. */
@Pipeline
interface Alone {
  @Nested(value = Waits.class, output = "waited")
  List<Integer> waits(@Each("item") List<Integer> items);

  @Nested(value = Waits.class, output = "asked")
  List<Integer> asks(@Each("item") List<Integer> items);

  @Nested(value = Steps.class, output = "third")
  List<Integer> effects(@Each("item") List<Integer> items);

  @Nested(value = Futures.class, output = "later")
  List<Integer> laters(@Each("item") List<Integer> items);

  @Nested(value = Futures.class, output = "late")
  List<Integer> lates(@Each("item") List<Integer> items);

  /** Nodes that wait for what one may use at a time. */
  final class Waits {
    private Waits() {}

    @Node(blocking = true)
    static int waited(int item, Worker worker) throws InterruptedException {
      return worker.work(item);
    }

    @Node
    static CompletionStage<Integer> asked(int item, Worker worker) {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              return worker.work(item);
            } catch (InterruptedException interrupted) {
              throw new IllegalStateException(interrupted);
            }
          });
    }
  }

  /** Effects, one of which takes its time. */
  final class Steps {
    static final List<String> SEEN = new CopyOnWriteArrayList<>();

    private Steps() {}

    @Node(cache = CachePolicy.NEVER)
    static int first(int item) {
      SEEN.add("first");
      return item;
    }

    @Node(blocking = true, cache = CachePolicy.NEVER)
    static int second(int first) {
      SEEN.add("second");
      return first;
    }

    @Node(cache = CachePolicy.NEVER)
    static int third(int item, int second) {
      SEEN.add("third");
      return item + second;
    }
  }

  /** Futures of all kinds. */
  final class Futures {
    private Futures() {}

    @Node
    static CompletionStage<Integer> later(int item, IntFunction<CompletionStage<Integer>> ask) {
      return ask.apply(item);
    }

    @Node
    @Timeout("50ms")
    static CompletionStage<Integer> late(int item, IntFunction<CompletionStage<Integer>> ask) {
      return ask.apply(item);
    }
  }
}
