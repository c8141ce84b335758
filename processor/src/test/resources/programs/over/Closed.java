package over;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import dev.millrace.When;
import java.util.ArrayList;
import java.util.List;

/** All but one value is hidden, and what fuses is chosen. */
@Pipeline(
    value = Closed.Nodes.class,
    inputs = {"text", "fusion", "weight"},
    outputs = "rating")
interface Closed {
  List<String> RAN = new ArrayList<>();

  enum Fusion {
    SHORT,
    LONG,
    WEIGHTED
  }

  record Counted(List<String> words, int letters) {}

  final class Nodes {
    private Nodes() {}

    @Node
    @Split
    static Counted counted(String text) {
      RAN.add("counted");
      return new Counted(List.of(text.split(" ")), text.length());
    }

    @Node
    static String sorted(List<String> words) {
      RAN.add("sorted");
      return words.stream().sorted().toList().toString();
    }

    @Node("fused")
    @When("SHORT")
    static String first(Fusion fusion, String sorted) {
      RAN.add("first");
      return "short " + sorted;
    }

    @Node("fused")
    @When("LONG")
    static String all(Fusion fusion, String sorted, int letters) {
      RAN.add("all");
      return "long " + sorted + letters;
    }

    @Node("fused")
    @When("WEIGHTED")
    static String weighed(Fusion fusion, int letters, double weight) {
      RAN.add("weighed");
      return "weighted " + weight * letters;
    }

    @Node
    static String rating(String fused) {
      RAN.add("rating");
      return fused + "!";
    }
  }
}
