package t;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline(value = Nodes.class, outputs = "doubled")
interface P {
  @Node
  static int doubled(int length) {
    return 2 * length;
  }

  @Nested(value = Nodes.class, output = "length")
  List<Integer> lengths(@Each("text") List<String> texts);
}
