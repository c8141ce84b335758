package failing;

import dev.millrace.runtime.FailedItem;
import java.util.Arrays;
import java.util.List;

/** The failure of an item. */
final class Poison extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int item;

  Poison(int item) {
    super("poison " + item);
    this.item = item;
  }

  /** Returns where a failure says that it happened. */
  static List<String> places(Throwable failure) {
    return Arrays.stream(failure.getSuppressed())
        .filter(FailedItem.class::isInstance)
        .map(FailedItem.class::cast)
        .map(each -> each.node() + "@" + each.index())
        .toList();
  }
}
