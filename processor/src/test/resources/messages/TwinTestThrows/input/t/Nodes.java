package t;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Node;
import java.util.List;

final class Nodes {
  @Node
  static int count(String text) {
    return text.length();
  }

  @Batch
  static List<Integer> count(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  static final class Single {
    @Node
    static int size(String text) {
      return text.length();
    }
  }

  static final class Impure {
    @Node(cache = CachePolicy.NEVER)
    static int sent(String text) {
      return text.length();
    }

    @Batch
    static List<Integer> sent(List<String> texts) {
      return texts.stream().map(String::length).toList();
    }
  }

  static final class None {}
}
