package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline
interface P {
  @Node
  static int length(String text) {
    return text.length();
  }
}
