package t;

import dev.millrace.Node;
import java.time.Clock;

final class Nodes {
  @Node
  static long now(Clock clock) {
    return clock.millis();
  }
}
