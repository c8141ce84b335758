package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;

@Pipeline
interface P {
  record Report(int run, int size) {}

  @Node
  @Split
  static Report report(String text) {
    return new Report(1, 2);
  }
}
