package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;

@Pipeline
interface P {
  record Cleaned(String text, int removed) {}

  @Node
  @Split
  static Cleaned cleaned(String text) {
    return new Cleaned(text, 0);
  }
}
