package t;

import dev.millrace.Node;

final class Nodes {
  @Node
  static void nothing(String text) {}

  @Node
  static String same(String text) {
    return text;
  }

  @Node
  static int wrong(int same) {
    return same;
  }
}
