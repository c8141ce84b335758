package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import dev.millrace.runtime.Resource;
import java.util.List;

final class Opened {
  @Node
  static Resource<StringBuilder> index(String text) {
    return () -> new StringBuilder(text);
  }

  @Batch
  static List<StringBuilder> index(List<String> texts) {
    return List.of();
  }
}
