package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

final class Types {
  @Node
  static int count(String text) {
    return text.length();
  }

  @Batch
  static List<Integer> count(Iterable<String> texts) {
    return List.of();
  }
}
