package t;

import dev.millrace.Input;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline
interface P {
  @Node
  static List<String> tokens(String text) {
    return List.of(text);
  }

  @Node
  static int count(List<String> token) {
    return token.size();
  }

  @Node
  static int wanted(@Input List<String> tokenz) {
    return tokenz.size();
  }
}
