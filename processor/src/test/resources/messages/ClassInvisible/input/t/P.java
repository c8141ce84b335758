package t;

import dev.millrace.Nested;
import dev.millrace.Pipeline;
import t.other.Nodes;

@Pipeline(Nodes.Whole.class)
interface P {
  @Nested(Owner.Hidden.class)
  int size(String text);
}
