package dev.millrace.runtime.spi;

import dev.millrace.runtime.BatchSizeException;
import dev.millrace.runtime.NullResultException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between a node's two forms. */
public final class Twins {
  private Twins() {}

  /**
   * Returns the result of a twin that was called with one item.
   *
   * @throws NullResultException if there is no list
   * @throws BatchSizeException if it has not exactly one element
   */
  public static <T extends @Nullable Object> T one(
      String node, @Nullable List<? extends T> results) {
    if (results == null) {
      throw NullResultException.ofTwin(node);
    }
    if (results.size() != 1) {
      throw new BatchSizeException(node, 1, results.size());
    }
    return results.get(0);
  }
}
