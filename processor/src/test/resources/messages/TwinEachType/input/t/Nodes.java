package t;

import dev.millrace.Batch;
import dev.millrace.Each;
import java.util.List;

final class Nodes {
  @Batch
  static List<Integer> count(@Each("text") String text, @Each("word") String[] words) {
    return List.of(text.length());
  }

  @Batch
  static List<Integer> size(@Each("text") Iterable<String> texts, int most) {
    return List.of(most);
  }
}
