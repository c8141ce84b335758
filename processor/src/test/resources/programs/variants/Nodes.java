package variants;

import dev.millrace.Batch;
import dev.millrace.CacheKey;
import dev.millrace.Default;
import dev.millrace.Node;
import dev.millrace.When;
import java.util.ArrayList;
import java.util.List;

/** Two ways to fuse what was found, each with ancestors of its own; what ran is written down. */
final class Nodes {
  static final List<String> RAN = new ArrayList<>();

  private Nodes() {}

  sealed interface Fusion permits Rrf, Weighted, Best {}

  record Rrf(int k) implements Fusion {}

  /** A middle that is abstract: its two kinds are one variant. */
  abstract static sealed class Weighted implements Fusion permits Linear, Log {}

  @CacheKey
  static final class Linear extends Weighted {}

  @CacheKey
  static final class Log extends Weighted {}

  /** A nested hierarchy, with a variant for each of its kinds. */
  sealed interface Best extends Fusion permits Max, Min {}

  record Max() implements Best {}

  record Min() implements Best {}

  enum Order {
    UP,
    DOWN
  }

  /** Shared by two variants. */
  @Node
  static String query(String text) {
    RAN.add("query " + text);
    return "q" + text;
  }

  /** Of the first variant, and of {@link #report}. */
  @Node
  static String ranks(String query) {
    RAN.add("ranks " + query);
    return query + ".ranks";
  }

  /** The same for every item, and only for one variant. */
  @Node
  static String weights(String model) {
    RAN.add("weights");
    return "w" + model;
  }

  @Node
  static String scores(String query, String weights) {
    RAN.add("scores " + query);
    return query + ".scores." + weights;
  }

  @Batch
  static List<String> scores(List<String> query, String weights) {
    RAN.add("scores of " + query.size());
    return query.stream().map(each -> each + ".scores." + weights).toList();
  }

  @Node
  static String fused(Rrf fusion, String ranks) {
    RAN.add("rrf");
    return "rrf" + fusion.k() + "(" + ranks + ")";
  }

  @Node
  static String fused(Weighted fusion, String scores) {
    RAN.add("weighted");
    return fusion.getClass().getSimpleName() + "(" + scores + ")";
  }

  @Node
  static String fused(Max fusion, String text) {
    RAN.add("max");
    return "max(" + text + ")";
  }

  @Node
  static String fused(Min fusion) {
    RAN.add("min");
    return "min";
  }

  @Node
  static int least(int limit) {
    RAN.add("least");
    return limit;
  }

  /** A choice that reads a choice, by a default. */
  @Node("sorted")
  @When("UP")
  static String up(@Default("UP") Order order, String fused) {
    RAN.add("up");
    return "up " + fused;
  }

  @Node("sorted")
  @When("DOWN")
  static String down(@Default("UP") Order order, int least) {
    RAN.add("down");
    return "down " + least;
  }

  @Node
  static String report(String ranks, String sorted) {
    RAN.add("report");
    return ranks + " & " + sorted;
  }
}
