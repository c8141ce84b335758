package t;

import dev.millrace.Node;

final class Nodes {
  @Node
  static Nowhere nowhere(String text) {
    return null;
  }
}
