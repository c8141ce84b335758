package t.other;

import dev.millrace.Node;
import java.util.List;

public final class Nodes {
  record Secret(String text) {}

  @Node
  public static List<Secret> secrets(String text) {
    return List.of(new Secret(text));
  }
}
