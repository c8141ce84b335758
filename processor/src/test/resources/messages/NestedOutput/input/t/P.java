package t;

import dev.millrace.Nested;
import dev.millrace.Pipeline;

@Pipeline
interface P {
  @Nested(Nodes.class)
  int counted(String text);

  @Nested(Nodes.class)
  int uncounted();
}
