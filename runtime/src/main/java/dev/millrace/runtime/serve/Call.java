package dev.millrace.runtime.serve;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A call that may be made together with others.
 *
 * @param key whom it may meet
 * @param lists what it has for each item, in one list for each mapped parameter; they are not
 *     changed any more
 * @param weight how heavy its items are together
 * @param twin makes it together with others
 * @param alone makes it by itself
 */
public record Call<R extends @Nullable Object>(
    Key key,
    Limits limits,
    List<?>[] lists,
    long weight,
    Twin<R> twin,
    Callable<? extends @Nullable List<? extends R>> alone) {

  /** Computes a result for each item, in their order. */
  @FunctionalInterface
  public interface Twin<R extends @Nullable Object> {

    /** Returns the results. */
    @Nullable List<? extends R> call(List<?>[] lists) throws Exception;
  }

  /** Returns how many items it has. */
  int items() {
    return lists[0].size();
  }
}
