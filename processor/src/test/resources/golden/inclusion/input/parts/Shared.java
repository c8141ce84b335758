package inclusion.parts;

import dev.millrace.Node;

public final class Shared {
  private Shared() {}

  @Node
  public static String start(String text) {
    return text;
  }
}
