package t;

import dev.millrace.Node;

final class Box<T> {
  @Node
  static int size(String text) {
    return text.length();
  }

  final class Part {
    @Node
    int depth(String text) {
      return text.length();
    }
  }

  static final class Apart {
    @Node
    int height(String text) {
      return text.length();
    }
  }
}
