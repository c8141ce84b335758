package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

final class Results {
  @Node
  static int count(String text) {
    return text.length();
  }

  @Batch
  static List<Long> count(List<String> texts) {
    return List.of();
  }
}
