package t;

import dev.millrace.Node;

final class Nodes {
  @Node
  static int run(String text) {
    return text.length();
  }

  @Node("toString")
  static int size(String text) {
    return text.length();
  }

  @Node
  static int width(String hashCode, String plan) {
    return hashCode.length() + plan.length();
  }
}
