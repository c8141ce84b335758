package t;

import dev.millrace.Node;

/** What is generic and can be used is no fault. */
final class Nodes {
  @Node
  static <T> T same(T value) {
    return value;
  }
}
