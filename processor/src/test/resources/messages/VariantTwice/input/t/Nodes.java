package t;

import dev.millrace.Node;
import dev.millrace.When;

final class Nodes {
  sealed interface Fusion permits Rrf, Linear {}

  record Rrf(int k) implements Fusion {}

  record Linear(double weight) implements Fusion {}

  enum Order {
    UP,
    DOWN
  }

  @Node
  static String fused(Rrf fusion) {
    return "rrf";
  }

  @Node
  static String fused(Linear fusion) {
    return "linear";
  }

  @Node
  static String fused(Rrf fusion, int topK) {
    return "rrf";
  }

  @Node("sorted")
  @When("UP")
  static String up(Order order) {
    return "up";
  }

  @Node("sorted")
  @When("UP")
  static String upAgain(Order order) {
    return "up";
  }
}
