package dev.millrace.runtime.spi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The instances of a resource that each run has to itself. Guarded by the lock of its pipeline. */
final class Pool<T> {
  private final int maxInstances;
  private final Supplier<Instance<T>> another;
  private final Deque<Instance<T>> idle = new ArrayDeque<>();
  private int taken;

  /** Makes an empty pool; 0 is no limit. */
  Pool(int maxInstances, Supplier<Instance<T>> another) {
    this.maxInstances = maxInstances;
    this.another = another;
  }

  boolean hasFree() {
    return hasFree(1);
  }

  boolean hasFree(int instances) {
    return maxInstances == 0 || taken <= maxInstances - instances;
  }

  /** Returns the instance that was given back last, or another, not open yet. */
  Instance<T> take() {
    taken++;
    @Nullable Instance<T> last = idle.poll();
    return last != null ? last : another.get();
  }

  /** Takes an instance back; if it was never opened, it is as good as none. */
  void giveBack(Instance<T> instance) {
    taken--;
    if (instance.isOpen()) {
      idle.push(instance);
    }
  }
}
