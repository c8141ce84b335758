package t;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline
interface P {
  @Nested(Nodes.class)
  int counts(@Each("text") List<String> texts);

  @Nested(Nodes.class)
  List<Long> longs(@Each("text") List<String> texts);

  @Nested(Nodes.class)
  String counted(@As("text") String title);
}
