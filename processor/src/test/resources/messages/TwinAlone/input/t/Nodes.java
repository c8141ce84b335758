package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

final class Nodes {
  @Batch
  static List<Integer> counts(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Node
  static int count(String text, long least) {
    return text.length();
  }

  @Batch
  static List<Integer> count(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  @Batch(of = "cuont")
  static List<Integer> countAll(List<String> texts, long least) {
    return texts.stream().map(String::length).toList();
  }

  @Batch
  static List<Integer> count(List<String> texts, long least, int most) {
    return texts.stream().map(String::length).toList();
  }
}
