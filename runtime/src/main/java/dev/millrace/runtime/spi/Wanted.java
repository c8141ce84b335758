package dev.millrace.runtime.spi;

import dev.millrace.runtime.exec.StageThreads;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a thread is at is still wanted. Who ends it interrupts the thread, once, and a node
 * may keep that to itself; so before the library waits for anything it asks here.
 *
 * <p>No end is missed: it is noted before the thread is interrupted, so who does not find it noted
 * is interrupted while it waits.
 */
final class Wanted {
  private static final ThreadLocal<@Nullable Wanted> CURRENT = new ThreadLocal<>();

  private final BooleanSupplier isOver;
  private final @Nullable Wanted around;

  private Wanted(BooleanSupplier isOver, @Nullable Wanted around) {
    this.isOver = isOver;
    this.around = around;
  }

  /** Makes a call on this thread that is wanted until something holds. */
  static <T extends @Nullable Object> T until(BooleanSupplier isOver, Callable<T> call)
      throws Exception {
    Wanted around = CURRENT.get();
    CURRENT.set(new Wanted(isOver, around));
    try {
      return call.call();
    } finally {
      if (around == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(around);
      }
    }
  }

  /**
   * Refuses to begin to wait for what nobody wants.
   *
   * @param what it is that is waited for
   * @throws InterruptedException if somebody has ended what this thread is at
   */
  static void require(String what) throws InterruptedException {
    if (isOver()) {
      Thread.interrupted(); // it is answered by this
      throw new InterruptedException("the run was ended before " + what);
    }
  }

  private static boolean isOver() {
    if (StageThreads.isCancelled()) {
      return true;
    }
    for (Wanted each = CURRENT.get(); each != null; each = each.around) {
      if (each.isOver.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }
}
