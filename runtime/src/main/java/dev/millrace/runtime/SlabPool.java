package dev.millrace.runtime;

import dev.millrace.runtime.memory.Choice;
import dev.millrace.runtime.memory.MemoryPool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Slabs whose memory is used again once they are released. It is for slabs that end where their
 * user knows: a scratch for one batch, vectors of one stage. What is handed on to others comes from
 * {@link Slab#allocate}, and reachability owns it.
 *
 * <p>A slab of a pool that is never released is freed by the collector as any other; its pool has
 * to ask for new memory then. With {@code -Dmillrace.slab.leaks=true} {@link Slabs#open} names it.
 *
 * <p>Safe for use by many threads.
 */
public final class SlabPool implements AutoCloseable {
  private final MemoryPool memory;

  private SlabPool(MemoryPool memory) {
    this.memory = memory;
  }

  /**
   * Returns an empty pool.
   *
   * @param mostIdleBytes how much memory it keeps at most while nobody uses it
   * @throws IllegalArgumentException if that is negative
   */
  public static SlabPool of(long mostIdleBytes) {
    if (mostIdleBytes < 0) {
      throw new IllegalArgumentException("a pool keeps 0 idle bytes or more, not " + mostIdleBytes);
    }
    return new SlabPool(new MemoryPool(Choice.current().allocator(), mostIdleBytes));
  }

  /**
   * Returns a slab of float32 zeros, {@code [rows, dim]}, held once.
   *
   * @throws IllegalArgumentException as {@link Slab#allocate}
   * @throws OffHeapMemoryException if there is no room for it
   */
  public Slab slab(int rows, int dim) {
    return slab(RowType.FLOAT32, rows, dim);
  }

  /**
   * Returns a slab of zeros of a type, {@code [rows, dim]}, held once.
   *
   * @throws IllegalArgumentException as {@link Slab#allocate}
   * @throws OffHeapMemoryException if there is no room for it
   */
  public Slab slab(RowType type, int rows, int dim) {
    int bytes = Slab.bytes(type, rows, dim);
    try {
      ByteBuffer whole = memory.take(bytes);
      ByteBuffer part = whole.slice(0, bytes).order(ByteOrder.nativeOrder());
      return new Slab(rows, dim, type, part, () -> memory.give(whole));
    } catch (OutOfMemoryError full) {
      throw new OffHeapMemoryException(rows, dim, bytes, full);
    }
  }

  /** Returns how many bytes wait to be used again. */
  public long idleBytes() {
    return memory.idle();
  }

  /** Lets go of what is idle. Slabs that are in use stay, and are no longer used again. */
  @Override
  public void close() {
    memory.close();
  }
}
