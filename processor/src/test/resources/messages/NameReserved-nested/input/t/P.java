package t;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** What is not named by an annotation is named otherwise by its own name. */
@Pipeline({P.Nodes.class, P.Wait.class})
interface P {
  @Nested(value = Nodes.class, output = "count")
  List<Integer> run(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "count")
  List<Integer> counts(@Each("text") List<String> toString);

  final class Nodes {
    @Node
    static int count(String text) {
      return text.length();
    }

    @Batch
    static List<Integer> hashed(@Each("hashCode") List<Integer> codes) {
      return codes;
    }
  }

  final class Wait {
    @Node
    int waited(int count) {
      return count;
    }
  }
}
