package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline(Nodes.class)
interface P {
  @Node
  static int count(List<String> words) {
    return words.size();
  }
}
