package streaming;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

@Pipeline
interface Streaming {
  @Nested(Works.class)
  List<Integer> worked(@Each("item") List<Integer> items);

  @Nested(value = Plain.class, output = "third")
  List<Integer> thirds(@Each("item") List<Integer> items);

  @Nested(value = Plain.class, output = "third")
  List<Outcome<Integer>> softThirds(@Each("item") List<Integer> items);

  @Nested(value = Effects.class, output = "after")
  List<Integer> noted(@Each("item") List<Integer> items);

  /** What needs a worker. */
  final class Works {
    private Works() {}

    @Node
    static int before(int item) {
      return item + 1;
    }

    @Node
    static int worked(int before, Worker worker) throws InterruptedException {
      return worker.work(before);
    }
  }

  /** What calls back, so that a test is there when it happens. */
  final class Plain {
    private Plain() {}

    @Node
    static int first(int item, IntConsumer told) {
      told.accept(item);
      return item;
    }

    @Node
    static int second(int first) {
      return first + 1;
    }

    @Batch
    static List<Integer> second(List<Integer> first) {
      return first.stream().map(each -> each + 1).toList();
    }

    @Node
    static int third(int second) {
      return second * 2;
    }
  }

  /** What must happen in order. */
  final class Effects {
    static final List<Integer> SEEN = new CopyOnWriteArrayList<>();

    private Effects() {}

    @Node
    static int doubled(int item) {
      return item * 2;
    }

    @Node(cache = CachePolicy.NEVER)
    static int written(int doubled) {
      SEEN.add(doubled);
      return doubled;
    }

    @Node
    static int after(int written) {
      return written + 1;
    }

    static List<Integer> seen() {
      return new ArrayList<>(SEEN);
    }
  }
}
