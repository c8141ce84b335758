package t;

import dev.millrace.Nested;
import dev.millrace.Pipeline;

@Pipeline({Nodes.class, String.class, int.class, String[].class})
interface P {
  @Nested(Object.class)
  int nested(String text);

  @Nested(int.class)
  int number(String text);
}
