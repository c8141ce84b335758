package t;

import dev.millrace.As;
import dev.millrace.Nested;

interface Base {
  @Nested(Nodes.class)
  int counted(@As("text") String title);
}
