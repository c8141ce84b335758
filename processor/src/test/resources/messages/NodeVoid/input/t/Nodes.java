package t;

import dev.millrace.Node;

final class Nodes {
  @Node
  static void print(String text) {}
}
