package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

final class Others {
  @Node
  static int size(String text) {
    return text.length();
  }

  @Batch
  static List<Long> size(List<String> texts) {
    return List.of();
  }
}
