package t;

import dev.millrace.In;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;

@Pipeline
interface P {
  record Sizes(int small$, int large) {}

  @Node("a$b")
  static int size(String text) {
    return text.length();
  }

  @Node
  static int other(@In("c$") String text) {
    return text.length();
  }

  @Node
  @Split
  static Sizes sizes(String text) {
    return new Sizes(1, 2);
  }
}
