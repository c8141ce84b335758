package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

final class Statics {
  @Node
  static int count(String text) {
    return text.length();
  }

  @Batch
  List<Integer> count(List<String> texts) {
    return List.of();
  }
}
