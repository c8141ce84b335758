package t;

import dev.millrace.Node;
import dev.millrace.When;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class Nodes {
  enum Order {
    UP
  }

  enum Mode {
    FAST
  }

  @Node("none")
  @When("UP")
  static String noEnum(String order) {
    return order;
  }

  @Node("two")
  @When("UP")
  static String twoEnums(Order order, Mode mode) {
    return "up";
  }

  @Node("different")
  @When("UP")
  static String first(Order order) {
    return "up";
  }

  @Node("different")
  @When("DOWN")
  static String second(Order sorting) {
    return "down";
  }

  enum Nothing {}

  @Node("nullable")
  @When("UP")
  static String nullable(@Nullable Order order) {
    return "up";
  }

  @Node("optional")
  @When("UP")
  static String optional(Optional<Order> order) {
    return "up";
  }

  @Node("empty")
  @When("UP")
  static String empty(Nothing order) {
    return "up";
  }
}
