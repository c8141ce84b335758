package t;

import dev.millrace.Node;

final class Nodes {
  static final class Outer<T> {
    final class Inner {}
  }

  @Node
  static int count(Outer<String>.Inner inner) {
    return inner.hashCode();
  }
}
