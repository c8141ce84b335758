package t.lib;

import dev.millrace.Node;

public final class Nodes {
  @Node
  public static int count(String text) {
    return text.length();
  }

  @Node
  public static int twice(int count) {
    return 2 * count;
  }
}
