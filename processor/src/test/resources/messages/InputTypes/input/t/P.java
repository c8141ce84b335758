package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline
interface P {
  @Node
  static int length(String text) {
    return text.length();
  }

  @Node
  static int lines(List<String> text) {
    return text.size();
  }
}
