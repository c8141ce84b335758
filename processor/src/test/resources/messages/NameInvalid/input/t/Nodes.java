package t;

import dev.millrace.In;
import dev.millrace.Node;

final class Nodes {
  @Node("two words")
  static int count(String text) {
    return text.length();
  }

  @Node("class")
  static int size(String text) {
    return text.length();
  }

  @Node
  static int width(@In("") String text) {
    return text.length();
  }
}
