package t;

import dev.millrace.Each;
import dev.millrace.MapMode;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline
interface P {
  @Nested(value = Nodes.class, mode = MapMode.PRODUCT)
  List<String> one(@Each("left") List<String> lefts);

  @Nested(value = Nodes.class, mode = MapMode.PRODUCT)
  String none(String left);
}
