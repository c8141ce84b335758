package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

final class Nodes {
  @Node
  static int count(String text, Integer most) {
    return text.length();
  }

  @Batch
  static List<Integer> count(List<String> texts, Integer most) {
    return List.of();
  }

  @Batch
  static List<Integer> count(List<String> texts, List<Integer> most) {
    return List.of();
  }
}
