package t;

import dev.millrace.Node;

final class Nodes {
  @Node
  static String joined(String left, String right) {
    return left + right;
  }
}
