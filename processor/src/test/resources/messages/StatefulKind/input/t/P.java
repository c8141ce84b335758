package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Stateful;

@Pipeline
@Stateful
interface P {
  @Node
  static int length(String text) {
    return text.length();
  }
}
