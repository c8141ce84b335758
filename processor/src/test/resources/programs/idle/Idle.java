package idle;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Timeout;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** All that needs threads: a resource, calls that end later, calls that wait, and a time limit. */
@Pipeline
interface Idle {
  @Nested(value = Numbers.class, output = "last")
  List<Integer> lasts(@Each("item") List<Integer> items);

  /** One number. */
  final class Numbers {
    private Numbers() {}

    @Node
    static int scaled(int item, Scale scale) {
      return scale.of(item);
    }

    @Node
    @Timeout("1h")
    static CompletionStage<Integer> asked(int scaled) {
      return CompletableFuture.supplyAsync(() -> scaled + 1);
    }

    @Node(blocking = true)
    static int last(int asked) {
      return asked + 1;
    }
  }
}
