package serving;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.List;

/** The same nodes once, in a use, and mapped. */
@Pipeline(Nodes.class)
interface Serving {
  @Nested(value = Nodes.class, output = "encoded")
  String used(@As("text") String query);

  @Nested(value = Nodes.class, output = "encoded")
  List<String> all(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "encoded")
  List<Outcome<String>> some(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "loud")
  List<String> allLoud(@Each("line") List<String> lines);
}
