package dev.millrace.runtime.memory;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which slabs are open, and where each was allocated. It holds none of them: one that the collector
 * takes is struck out, for that is how most slabs end; one from a pool that was never released is
 * kept as lost, for its pool waits for it.
 */
public final class Ledger {
  /** Whether slabs are entered at all, for the life of the JVM. */
  public static final boolean ON = Boolean.getBoolean("millrace.slab.leaks");

  /** The JVM's. */
  public static final Ledger SLABS = new Ledger();

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final AtomicLong next = new AtomicLong();

  /** One slab, and the stack of the thread that allocated it. */
  public static final class Entry extends WeakReference<Object> {
    private final long number;
    private final String name;
    private final boolean pooled;
    private final Throwable allocation = new Throwable();

    private Entry(
        long number, Object slab, String name, boolean pooled, ReferenceQueue<Object> queue) {
      super(slab, queue);
      this.number = number;
      this.name = name;
      this.pooled = pooled;
    }

    /** Returns the slab as it writes itself. */
    public String name() {
      return name;
    }

    /** Returns where it was allocated, the innermost call first. */
    public StackTraceElement[] allocation() {
      return allocation.getStackTrace();
    }

    /** Returns whether it was collected without having been released to its pool. */
    public boolean lost() {
      return pooled && refersTo(null);
    }
  }

  /** Enters a slab. */
  public Entry enter(Object slab, String name, boolean pooled) {
    strike();
    Entry entry = new Entry(next.getAndIncrement(), slab, name, pooled, collected);
    entries.add(entry);
    return entry;
  }

  /** Strikes out one that was closed or released. */
  public void strike(Entry entry) {
    entries.remove(entry);
  }

  private void strike() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      if (gone instanceof Entry entry && !entry.pooled) {
        entries.remove(entry);
      }
    }
  }

  /** Returns those that are open, in the order in which they were allocated. */
  public List<Entry> open() {
    strike();
    List<Entry> open = new ArrayList<>(entries);
    open.removeIf(entry -> !entry.pooled && entry.refersTo(null));
    open.sort(Comparator.comparingLong(entry -> entry.number));
    return List.copyOf(open);
  }
}
