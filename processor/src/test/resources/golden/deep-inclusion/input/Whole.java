package deep;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import deep.parts.Middle;
import deep.parts.Nodes;
import java.util.List;

/** Includes a pipeline that includes a pipeline; and uses the whole of them for each. */
@Pipeline({Middle.class, Nodes.class})
interface Whole {
  @Nested(value = Middle.class, output = "ended")
  List<String> allEnded(@Each("text") List<String> texts);

  @Node
  static String whole(String ended, String begun) {
    return begun + "|" + ended;
  }
}
