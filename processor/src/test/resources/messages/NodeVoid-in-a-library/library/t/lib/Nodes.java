package t.lib;

import dev.millrace.Node;

public final class Nodes {
  @Node
  public static void count(String text) {}
}
