package t;

import dev.millrace.Node;

final class Nodes {
  @Node
  static int count(String text) {
    return text.length();
  }
}
