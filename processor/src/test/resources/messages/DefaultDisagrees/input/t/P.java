package t;

import dev.millrace.Default;
import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline
interface P {
  @Node
  static String first(String text, @Default("10") int limit) {
    return text.substring(0, limit);
  }

  @Node
  static String second(String text, @Default("20") int limit) {
    return text.substring(0, limit);
  }
}
