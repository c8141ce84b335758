package t;

import dev.millrace.Default;
import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline
interface P {
  @Node
  static int limit(String text) {
    return text.length();
  }

  @Node
  static String cut(String text, @Default("10") int limit) {
    return text.substring(0, limit);
  }
}
