package t;

import dev.millrace.Node;
import java.util.List;

final class Nodes {
  @Node
  @SuppressWarnings("rawtypes")
  static int count(List texts, String text) {
    return texts.size() + text.length();
  }

  @Node
  @SuppressWarnings("rawtypes")
  static List<List> lists(String text) {
    return List.of();
  }
}
