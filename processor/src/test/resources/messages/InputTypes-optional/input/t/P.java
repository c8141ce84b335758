package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.Optional;

@Pipeline
interface P {
  @Node
  static int one(Optional<String> key) {
    return 1;
  }

  @Node
  static int two(Optional<Integer> key) {
    return 2;
  }
}
