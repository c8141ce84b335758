package t;

import dev.millrace.Node;

final class Nodes {
  @Node
  static <T> T same(T value) {
    return value;
  }
}
