package t;

import dev.millrace.Node;
import dev.millrace.When;

final class Nodes {
  sealed interface Fusion permits Rrf, Linear, Weighted {}

  record Rrf(int k) implements Fusion {}

  sealed interface Weighted extends Fusion permits Max, Sum {}

  record Max(double weight) implements Weighted {}

  record Sum(double weight) implements Weighted {}

  record Linear(double weight) implements Fusion {}

  enum Order {
    UP,
    DOWN,
    NONE
  }

  @Node
  static String fused(Rrf fusion) {
    return "rrf";
  }

  @Node
  static String fused(Max fusion) {
    return "max";
  }

  @Node
  static String fused(Linear fusion) {
    return "linear";
  }

  @Node("sorted")
  @When("UP")
  static String up(Order order) {
    return "up";
  }
}
