package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;

final class Nodes {
  interface Encoder {}

  record Passage(String id, Map<String, String> notes) {}

  record Tree(List<Tree> branches) {}

  enum Nothing {}

  private final int own;

  Nodes(int own) {
    this.own = own;
  }

  @Node
  static int encoded(List<Passage> page, Encoder encoder) {
    return 1;
  }

  @Batch(of = "encoded")
  static List<Integer> encodedPages(List<List<Passage>> pages, Encoder encoder) {
    return List.of();
  }

  @Node
  int grown(Tree tree, Nothing nothing, List<String>[] lists) {
    return own;
  }

  @Batch
  List<Integer> grown(List<Tree> trees, Nothing nothing, List<String>[] lists) {
    return List.of();
  }

  @Node
  static int hidden(Duration time, StringBuilder builder) {
    return 1;
  }

  @Batch
  static List<Integer> hidden(List<Duration> times, StringBuilder builder) {
    return List.of();
  }
}
