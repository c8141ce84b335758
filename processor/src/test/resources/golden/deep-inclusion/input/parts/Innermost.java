package deep.parts;

import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline(Nodes.class)
public interface Innermost {
  @Node
  static String turned(String begun) {
    return new StringBuilder(begun).reverse().toString();
  }
}
