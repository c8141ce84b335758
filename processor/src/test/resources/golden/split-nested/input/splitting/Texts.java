package splitting;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import java.util.List;

/** Two lists of one map. */
@Pipeline
interface Texts {
  record Columns(List<Integer> lengths, @As("upper") List<String> uppers) {}

  @Split
  @Nested(Nodes.class)
  Columns columns(@Each("text") List<String> texts);

  final class Nodes {
    private Nodes() {}

    @Node
    static String trimmed(String text) {
      return text.strip();
    }

    @Node
    static int lengths(String trimmed) {
      return trimmed.length();
    }

    @Node
    static String upper(String trimmed) {
      return trimmed.toUpperCase(java.util.Locale.ROOT);
    }
  }
}
