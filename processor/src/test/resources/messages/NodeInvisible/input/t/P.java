package t;

import dev.millrace.Nested;
import dev.millrace.Pipeline;
import t.other.Nodes;

@Pipeline(Nodes.class)
interface P {
  @Nested(Nodes.class)
  int counted(String text);
}
