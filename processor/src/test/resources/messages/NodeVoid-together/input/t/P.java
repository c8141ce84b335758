package t;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline({Nodes.class, Others.class})
interface P {
  @Nested(Others.class)
  List<Integer> sizes(@Each("txt") List<String> texts);
}
