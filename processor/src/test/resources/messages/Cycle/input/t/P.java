package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline
interface P {
  @Node
  static int first(int third) {
    return third;
  }

  @Node
  static int second(int first) {
    return first;
  }

  @Node
  static int third(int second) {
    return second;
  }

  @Node
  static int itself(int itself) {
    return itself;
  }
}
