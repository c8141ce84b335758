package t;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Node;
import java.util.List;

final class Nodes {
  @Node
  static int lone(String text) {
    return text.length();
  }

  @Batch(maxItems = 1, linger = "2ms")
  static List<Integer> lone(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int varying(String text) {
    return text.length();
  }

  @Batch(invariant = false, linger = "2ms")
  static List<Integer> varying(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node(cache = CachePolicy.NEVER)
  static int sent(String text) {
    return text.length();
  }

  @Batch(linger = "1 s")
  static List<Integer> sent(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int late(String text) {
    return text.length();
  }

  @Batch(linger = "soon")
  static List<Integer> late(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }
}
