package t.lib;

import dev.millrace.Node;

public final class Bare {
  @Node
  public static int one() {
    return 1;
  }
}
