package t;

import dev.millrace.As;
import dev.millrace.Nested;
import dev.millrace.Pipeline;

@Pipeline(Nodes.class)
interface P {
  @Nested(Nodes.class)
  default int countOf(@As("text") String title) {
    return title.length();
  }
}
