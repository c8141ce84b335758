package t;

import dev.millrace.Node;
import dev.millrace.Retry;
import dev.millrace.Split;

public final class Nodes {
  static final class Flaky extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class Hidden {}

  public record Parts(Hidden hidden, int size) {}

  @Node
  @Retry(on = Flaky.class)
  public static int tried(String text) {
    return text.length();
  }

  @Node
  @Split
  public static Parts parts(String text) {
    return new Parts(new Hidden(), 1);
  }
}
