package fusing;

import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.When;
import java.util.List;

/** A choice by a sealed type, one by an enum that reads it, and both for each item. */
@Pipeline(Search.Nodes.class)
interface Search {
  sealed interface Fusion permits Rrf, Linear {}

  record Rrf(int k) implements Fusion {}

  record Linear(double weight) implements Fusion {}

  enum Order {
    UP,
    DOWN
  }

  @Nested(value = Nodes.class, output = "sorted")
  List<String> all(@Each("text") List<String> texts, @Each("fusion") List<Fusion> fusions);

  @Nested(value = Nodes.class, output = "fused")
  List<String> tries(String text, @Each("fusion") List<Fusion> fusions);

  @Nested(value = Nodes.class, output = "fused")
  String once(Fusion fusion);

  final class Nodes {
    private Nodes() {}

    @Node
    static String ranks(String text) {
      return text + " by rank";
    }

    @Node
    static String scores(String text) {
      return text + " by score";
    }

    @Node
    static String fused(Rrf fusion, String ranks) {
      return fusion.k() + ranks;
    }

    @Node
    static String fused(Linear fusion, String scores) {
      return fusion.weight() + scores;
    }

    @Node("sorted")
    @When("UP")
    static String up(@Default("UP") Order order, String fused) {
      return fused;
    }

    @Node("sorted")
    @When("DOWN")
    static String down(@Default("UP") Order order, String text) {
      return text;
    }
  }
}
