package t;

import dev.millrace.Node;

final class Nodes {
  @Node
  static int count(String text) throws Throwable {
    return text.length();
  }

  @Node
  static int size(String text) throws AssertionError, Exception {
    return text.length();
  }
}
