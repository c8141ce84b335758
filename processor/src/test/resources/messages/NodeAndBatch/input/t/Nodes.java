package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

final class Nodes {
  @Node
  @Batch
  static List<Integer> counts(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }
}
