package t;

import dev.millrace.Input;
import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline
interface P {
  @Node
  static int words(String text) {
    return text.length();
  }

  @Node
  static int twice(@Input int words) {
    return 2 * words;
  }
}
