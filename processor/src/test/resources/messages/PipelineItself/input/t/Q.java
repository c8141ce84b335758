package t;

import dev.millrace.Nested;
import dev.millrace.Pipeline;

@Pipeline(Nodes.class)
interface Q {
  @Nested(R.class)
  int one(String text);
}
