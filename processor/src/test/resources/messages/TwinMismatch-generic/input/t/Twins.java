package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

final class Twins {
  @Node
  static <T> T same(T item) {
    return item;
  }

  @Batch
  static List<String> same(List<String> items) {
    return items;
  }

  @Node
  static <T extends Number> String shown(T item) {
    return item.toString();
  }

  @Batch
  static <U extends Comparable<U>> List<String> shown(List<U> items) {
    return List.of();
  }

  @Node
  static <A, B> A first(A left, B right) {
    return left;
  }

  @Batch
  static <B, A> List<A> first(List<A> lefts, List<B> rights) {
    return lefts;
  }
}
