package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;
import java.util.Set;

final class Nodes {
  @Node
  static <T extends Set<T>> int sized(T set) {
    return set.size();
  }

  @Batch
  static <T extends Set<T>> List<Integer> sized(List<T> sets) {
    return List.of();
  }
}
