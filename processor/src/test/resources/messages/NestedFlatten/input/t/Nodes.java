package t;

import dev.millrace.Node;
import java.util.List;

final class Nodes {
  @Node
  static List<String> words(String text) {
    return List.of(text);
  }

  @Node
  static int count(List<String> words) {
    return words.size();
  }
}
