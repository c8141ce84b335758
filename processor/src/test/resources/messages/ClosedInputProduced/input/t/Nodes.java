package t;

import dev.millrace.Node;
import java.util.List;

final class Nodes {
  @Node
  static List<String> tokens(String text) {
    return List.of(text);
  }

  @Node
  static int count(List<String> tokens, int least) {
    return Math.max(tokens.size(), least);
  }

  @Node
  static String shout(String title) {
    return title;
  }
}
