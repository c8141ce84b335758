package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

final class Nodes {
  @Node
  static int count(String text) {
    return text.length();
  }

  @Batch(maxItems = -1)
  static List<Integer> count(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }
}
