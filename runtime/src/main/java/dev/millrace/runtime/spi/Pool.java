package dev.millrace.runtime.spi;

import dev.millrace.runtime.NoFreeInstanceException;
import dev.millrace.runtime.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The instances of a resource that each run has to itself. Guarded by the lock of its pipeline. */
final class Pool<T> {
  private final Resource<? extends T> resource;
  private final int maxInstances;
  private final Supplier<Instance<T>> another;
  private final Deque<Instance<T>> idle = new ArrayDeque<>();
  private final List<Holder> holders = new ArrayList<>();

  /** Makes an empty pool; 0 is no limit. */
  Pool(Resource<? extends T> resource, int maxInstances, Supplier<Instance<T>> another) {
    this.resource = resource;
    this.maxInstances = maxInstances;
    this.another = another;
  }

  boolean hasFree() {
    return hasFree(1);
  }

  boolean hasFree(int instances) {
    return maxInstances == 0 || holders.size() <= maxInstances - instances;
  }

  /** Returns whether an instance is free, or will be: those of the others come back. */
  boolean hasFree(Set<Holder> stuck) {
    return maxInstances == 0 || holders.stream().filter(stuck::contains).count() < maxInstances;
  }

  /** Returns what says that none is, and that none will be. */
  NoFreeInstanceException noneLeft(String input) {
    return new NoFreeInstanceException(input, resource, maxInstances);
  }

  /** Returns the instance that was given back last, or another, not open yet. */
  Instance<T> take(Holder holder) {
    holders.add(holder);
    @Nullable Instance<T> last = idle.poll();
    return last != null ? last : another.get();
  }

  /** Takes an instance back; if it was never opened, it is as good as none. */
  void giveBack(Instance<T> instance, Holder holder) {
    holders.remove(holder);
    if (instance.isOpen()) {
      idle.push(instance);
    }
  }
}
