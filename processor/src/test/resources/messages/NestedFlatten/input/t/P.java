package t;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline
interface P {
  @Nested(value = Nodes.class, output = "words", flatten = true)
  List<String> unmapped(String text);

  @Nested(value = Nodes.class, output = "count", flatten = true)
  List<Integer> counts(@Each("text") List<String> texts);
}
