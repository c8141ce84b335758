package dev.millrace.runtime.spi;

import org.jspecify.annotations.Nullable;

/**
 * For whom each thread is at work: the run with leases that it makes or is in a stage of. A run
 * that leases nothing says nothing here, and neither does a thread that a node has started.
 */
final class Errand {
  private static final ThreadLocal<@Nullable Holder> CURRENT = new ThreadLocal<>();

  private Errand() {}

  /** Something that is done for somebody. */
  @FunctionalInterface
  interface Task<X extends Throwable> {
    void run() throws X;
  }

  /**
   * Returns whether anybody for whom the current thread is at work has instances, or a device, that
   * others may wait for.
   */
  static boolean holdsInstances() {
    for (Holder each = current(); each != null; each = each.within()) {
      if (each.hasLeases()) {
        return true;
      }
    }
    return DeviceCall.current() != null;
  }

  /** Returns for whom this thread is at work; null for nobody with leases. */
  static @Nullable Holder current() {
    return CURRENT.get();
  }

  /** Says for whom this thread is at work from now on; null for nobody. */
  static void is(@Nullable Holder holder) {
    if (holder == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(holder);
    }
  }

  /** Does something on this thread for somebody; null for nobody. */
  static <X extends Throwable> void run(@Nullable Holder holder, Task<X> task) throws X {
    if (holder == null) {
      task.run();
      return;
    }
    Holder before = current();
    is(holder);
    try {
      task.run();
    } finally {
      is(before);
    }
  }
}
