package old;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** What is deprecated can be wired: nobody could mend a warning in generated code. */
@Pipeline(Old.Nodes.class)
interface Old {
  @Nested(value = Nodes.class, output = "length")
  List<Integer> lengths(@Each("text") List<String> texts);

  final class Nodes {
    private Nodes() {}

    @Deprecated
    @Node
    static int length(String text) {
      return text.length();
    }

    @Deprecated
    @Batch
    static List<Integer> length(List<String> texts) {
      return texts.stream().map(String::length).toList();
    }

    @Deprecated(forRemoval = true)
    @Node
    static int doubled(int length) {
      return 2 * length;
    }
  }
}
