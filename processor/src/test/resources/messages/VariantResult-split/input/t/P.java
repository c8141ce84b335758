package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import dev.millrace.When;

@Pipeline
interface P {
  enum Mode {
    FAST,
    EXACT
  }

  record Sizes(int small, int large) {}

  @Node("sizes")
  @When("FAST")
  @Split
  static Sizes fast(Mode mode, String text) {
    return new Sizes(1, 2);
  }

  @Node("sizes")
  @When("EXACT")
  static Sizes exact(Mode mode, String text) {
    return new Sizes(1, 2);
  }
}
