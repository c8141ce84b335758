package t.other;

import dev.millrace.Node;
import dev.millrace.Pipeline;

public final class Nodes {
  @Node
  public static int size(String text) {
    return text.length();
  }

  static final class Hidden {
    @Node
    public static int count(String text) {
      return text.length();
    }
  }

  @Pipeline(Hidden.class)
  public interface Whole {}
}
