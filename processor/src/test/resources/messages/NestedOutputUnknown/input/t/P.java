package t;

import dev.millrace.Nested;
import dev.millrace.Pipeline;

@Pipeline
interface P {
  @Nested(value = Nodes.class, output = "coumt")
  int counted(String text);
}
