package inclusion.parts;

import dev.millrace.As;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline(Shared.class)
public interface Inner {
  @Node
  static String middle(String start, String other) {
    return start + other;
  }

  @Nested(value = Shared.class, output = "start")
  String other(@As("text") String note);

  static String helper() {
    return "no node";
  }
}
