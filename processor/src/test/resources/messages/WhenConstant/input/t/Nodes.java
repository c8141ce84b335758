package t;

import dev.millrace.Node;
import dev.millrace.When;

final class Nodes {
  enum Order {
    UP,
    DOWN
  }

  @Node("sorted")
  @When("UPWARDS")
  static String up(Order order) {
    return "up";
  }

  @Node("sorted")
  @When("DOWN")
  static String down(Order order) {
    return "down";
  }

  @Node("mixed")
  @When("DOWN")
  static String said(Order order) {
    return "down";
  }

  @Node("mixed")
  static String unsaid(Order order) {
    return "up";
  }
}
