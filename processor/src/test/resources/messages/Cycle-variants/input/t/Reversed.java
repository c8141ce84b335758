package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.When;
import java.util.List;

/** What needs the choice comes before the variants; or the choice before the one that needs it. */
@Pipeline
interface Reversed {
  enum Order {
    UP,
    DOWN
  }

  @Node
  static int fixing(P.Choice<String> choice) {
    return 1;
  }

  @Node
  static int count(List<String> counted) {
    return counted.size();
  }

  @Node
  static <T> List<T> counted(P.All<T> choice) {
    return choice.some();
  }

  @Node
  static <T> List<T> counted(P.One<T> choice, int count) {
    return List.of(choice.only());
  }

  @Node
  static <T> List<T> list(P.All<T> choice) {
    return choice.some();
  }

  @Node
  static <T> List<T> list(P.One<T> choice, List<T> list) {
    return list;
  }

  @Node("sorted")
  @When("UP")
  static String up(Order order) {
    return "up";
  }

  @Node("sorted")
  @When("DOWN")
  static String down(Order order, String sorted) {
    return sorted;
  }
}
