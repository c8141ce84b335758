package t;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What chooses is read by every variant; a fault of it is one fault. */
@Pipeline
interface P {
  sealed interface Fusion permits Rrf, Linear {}

  record Rrf(int k) implements Fusion {}

  record Linear(double weight) implements Fusion {}

  enum Order {
    UP,
    DOWN
  }

  final class Nodes {
    @Node
    static String fused(Rrf fusion) {
      return "rrf";
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

    @Node("sorted")
    @When("DOWN")
    static String down(Order order) {
      return "down";
    }
  }

  @Nested(value = Nodes.class, output = "fused")
  String once(@As("fusion") String fusing);

  @Nested(value = Nodes.class, output = "fused")
  List<String> all(@Each("fusion") List<@Nullable Fusion> fusions);

  @Nested(value = Nodes.class, output = "sorted")
  String sorting(@As("order") int ordinal);

  @Node
  static String choice(int k) {
    return "rrf" + k;
  }

  @Node
  static String chosen(Rrf choice) {
    return "rrf";
  }

  @Node
  static String chosen(Linear choice) {
    return "linear";
  }
}
