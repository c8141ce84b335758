package failing;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.List;

/** Three stages, in each of which something may go wrong; and two ways that meet again. */
@Pipeline
interface Failing {
  @Nested(value = Steps.class, output = "last")
  List<Integer> lasts(@Each("item") List<Integer> items);

  @Nested(value = Steps.class, output = "last")
  List<Outcome<Integer>> softLasts(@Each("item") List<Integer> items);

  @Nested(value = Branches.class, output = "joined")
  List<Integer> joins(@Each("item") List<Integer> items);

  @Nested(value = Branches.class, output = "joined")
  List<Outcome<Integer>> softJoins(@Each("item") List<Integer> items);

  /** One after the other. */
  final class Steps {
    private Steps() {}

    @Node
    static int first(int item, Hooks hooks) throws Exception {
      return hooks.first(item);
    }

    @Node
    static int middle(int first, Model model) throws Exception {
      return model.one(first);
    }

    @Batch
    static List<Integer> middle(List<Integer> first, Model model) throws Exception {
      return model.all(first);
    }

    @Node
    static int last(int middle, Hooks hooks) throws Exception {
      return hooks.last(middle);
    }
  }

  /** Side by side. */
  final class Branches {
    private Branches() {}

    @Node
    static int left(int item, Hooks hooks) throws Exception {
      return hooks.first(item);
    }

    @Node
    static int right(int item, Model model) throws Exception {
      return model.one(item);
    }

    @Batch
    static List<Integer> right(List<Integer> item, Model model) throws Exception {
      return model.all(item);
    }

    @Node
    static int joined(int left, int right, Hooks hooks) throws Exception {
      return hooks.last(left + right);
    }
  }
}
