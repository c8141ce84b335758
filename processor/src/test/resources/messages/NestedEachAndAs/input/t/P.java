package t;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline
interface P {
  @Nested(Nodes.class)
  List<Integer> counts(@Each("text") @As("text") List<String> texts);
}
