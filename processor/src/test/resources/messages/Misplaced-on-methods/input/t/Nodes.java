package t;

import dev.millrace.As;
import dev.millrace.Batch;
import dev.millrace.Default;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.RateLimit;
import dev.millrace.Retry;
import dev.millrace.Split;
import dev.millrace.Timeout;
import dev.millrace.When;
import java.util.List;

final class Nodes {
  record Words(@As("word") String one, int count) {}

  @Split
  @Retry
  @Timeout("1s")
  @RateLimit("1/s")
  @When("FAST")
  static Words words(@Default("a") String text) {
    return new Words(text, 1);
  }

  @Node
  static int length(String text) {
    return text.length();
  }

  @Batch
  @Split
  @Retry
  @Timeout("1s")
  static List<Integer> length(@Default("a") List<String> texts) {
    return List.of();
  }
}

@Pipeline
interface P {
  @Nested(Nodes.class)
  @Retry
  @Timeout("1s")
  @When("FAST")
  int size(@Default("a") @As("text") String title);
}
