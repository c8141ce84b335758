package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline(Others.class)
interface Q {
  @Node
  static int size(String other) {
    return other.length();
  }
}
