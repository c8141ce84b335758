package t;

import dev.millrace.Node;

final class Owner {
  private static final class Hidden {
    @Node
    static int size(String text) {
      return text.length();
    }
  }
}
