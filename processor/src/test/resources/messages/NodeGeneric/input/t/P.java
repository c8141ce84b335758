package t;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline
interface P {
  @Nested(Inner.class)
  <T> List<Integer> lengths(@Each("word") List<T> words);

  final class Inner {
    @Node
    static int length(String word) {
      return word.length();
    }
  }
}
