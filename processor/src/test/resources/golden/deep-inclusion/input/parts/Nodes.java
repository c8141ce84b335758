package deep.parts;

import dev.millrace.Node;

/** Listed at the innermost and at the outermost: its nodes are there once. */
public final class Nodes {
  private Nodes() {}

  @Node
  public static String begun(String text) {
    return "<" + text;
  }
}
