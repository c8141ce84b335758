package t.other;

import dev.millrace.Node;

public final class Nodes {
  @Node
  static int count(String text) {
    return text.length();
  }
}
