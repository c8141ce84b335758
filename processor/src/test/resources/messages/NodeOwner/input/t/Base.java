package t;

import dev.millrace.Node;

abstract class Base {
  @Node
  int size(String text) {
    return text.length();
  }
}
