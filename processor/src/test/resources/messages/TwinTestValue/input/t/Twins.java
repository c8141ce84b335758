package t;

import dev.millrace.TwinTest;
import java.time.Duration;

@TwinTest(Nodes.class)
final class Twins {
  private static Duration time() {
    return Duration.ZERO;
  }

  Duration times() {
    return time();
  }

  static StringBuilder builder(int size) {
    return new StringBuilder(size);
  }
}
