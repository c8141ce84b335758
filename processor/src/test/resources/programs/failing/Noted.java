package failing;

import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** A node that has effects, between two that have none. */
@Pipeline
interface Noted {
  @Nested(value = Notes.class, output = "after")
  List<Integer> afters(@Each("item") List<Integer> items);

  /** One note. */
  final class Notes {
    private Notes() {}

    @Node
    static int before(int item, Hooks hooks) throws Exception {
      return hooks.first(item);
    }

    @Node(cache = CachePolicy.NEVER)
    static int written(int before, List<Integer> book) {
      book.add(before);
      return before;
    }

    @Node
    static int after(int written, Hooks hooks) throws Exception {
      return hooks.last(written);
    }
  }
}
