package t;

import dev.millrace.Nested;
import dev.millrace.Pipeline;

@Pipeline(Nodes.class)
interface R {
  @Nested(value = Q.class, output = "count")
  int other(String text);
}
