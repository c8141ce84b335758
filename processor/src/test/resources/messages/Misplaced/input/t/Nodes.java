package t;

import dev.millrace.As;
import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.Input;
import dev.millrace.Nested;
import dev.millrace.Node;
import java.util.List;

final class Nodes {
  @Node
  static int count(@Each("word") String text, @As("other") String note) {
    return text.length() + note.length();
  }

  @Batch
  static List<Integer> count(@In("texts") List<String> text, @Input List<String> note) {
    return List.of();
  }

  @Nested(Nodes.class)
  static int size(String text) {
    return text.length();
  }
}
