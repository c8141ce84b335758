package failing;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Scope;
import dev.millrace.Stateful;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Nodes with an instance to themselves, of which there are few. */
@Pipeline
interface Lone {
  /** Of which there is one. */
  @Stateful(scope = Scope.PER_WORKER, maxInstances = 1)
  final class Only {
    private final int factor;

    Only(int factor) {
      this.factor = factor;
    }

    int times(int item) {
      return item * factor;
    }
  }

  @Node
  static int single(int number, Only only, Hooks hooks) throws Exception {
    return hooks.first(only.times(number));
  }

  @Nested(value = Steps.class, output = "read")
  List<Integer> reads(@Each("item") List<Integer> items);

  @Nested(value = Steps.class, output = "read")
  List<Outcome<Integer>> softReads(@Each("item") List<Integer> items);

  /** One that waits, one that reads the instance and one that does not. */
  final class Steps {
    private Steps() {}

    @Node(blocking = true)
    static int waited(int item, Hooks hooks) throws Exception {
      return hooks.first(item);
    }

    @Node
    static int plain(int waited, Hooks hooks) throws Exception {
      return hooks.last(waited);
    }

    @Node
    static int read(int plain, Only only, Model model) throws Exception {
      return model.one(only.times(plain));
    }

    @Batch
    static List<Integer> read(List<Integer> plain, Only only, Model model) throws Exception {
      List<Integer> read = new ArrayList<>();
      for (int each : plain) {
        read.add(only.times(each));
      }
      return model.all(read);
    }
  }
}
