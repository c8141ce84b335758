package deep.parts;

import dev.millrace.As;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline(Innermost.class)
public interface Middle {
  @Node
  static String ended(String turned, String twin) {
    return turned + twin + ".";
  }

  @Nested(value = Innermost.class, output = "turned")
  String twin(@As("text") String other);
}
