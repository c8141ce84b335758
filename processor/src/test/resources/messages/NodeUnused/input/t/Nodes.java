package t;

import dev.millrace.Node;

final class Nodes {
  private Nodes() {}

  @Node
  static int length(String text) {
    return text.length();
  }

  @Node
  static String trimmed(String text) {
    return text.strip();
  }
}
