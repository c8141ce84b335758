package closing;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** What it asks for and what it shows is fixed; a pipeline that uses it sees no more. */
@Pipeline(
    value = Report.Nodes.class,
    inputs = {"width", "text"},
    outputs = "shown")
interface Report {
  final class Nodes {
    private Nodes() {}

    @Node
    static String trimmed(String text) {
      return text.strip();
    }

    @Node
    static String shown(String trimmed, int width) {
      return trimmed.substring(0, Math.min(width, trimmed.length()));
    }
  }

  @Pipeline
  interface Reports {
    @Nested(Report.class)
    List<String> lines(@Each("text") List<String> texts);
  }
}
