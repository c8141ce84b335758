package t;

import dev.millrace.In;
import dev.millrace.Node;

final class Default {
  @Node
  static int height(@In("1st") String text) {
    return text.length();
  }

  @Node
  int depth(String text) {
    return text.length();
  }
}
