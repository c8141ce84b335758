package t;

import dev.millrace.Node;

final class Nodes {
  @Node
  static int count(String text) {
    return text.length();
  }

  @Node
  static int scaled(int count, int scale) {
    return count * scale;
  }
}
