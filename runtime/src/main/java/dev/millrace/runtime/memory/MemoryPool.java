package dev.millrace.runtime.memory;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Memory that is used again: a free list for each size class, all of them together bounded. Classes
 * are a quarter of a power of two apart, so that at most a fifth of a buffer lies idle. What does
 * not fit is left to the collector, first from the class that was asked for longest ago.
 */
public final class MemoryPool {
  private static final int SMALLEST = 4096;

  private final Allocator allocator;
  private final long mostIdle;

  /** By size class; least recently used first. */
  private final Map<Integer, Deque<ByteBuffer>> free = new LinkedHashMap<>(16, 0.75f, true);

  private long idle;
  private boolean closed;

  /** Makes an empty pool that keeps at most so many bytes for later. */
  public MemoryPool(Allocator allocator, long mostIdle) {
    this.allocator = allocator;
    this.mostIdle = mostIdle;
  }

  /** Returns how many bytes a request for this many takes: at least as many, a class's size. */
  static int classSize(int bytes) {
    if (bytes <= SMALLEST) {
      return SMALLEST;
    }
    int quarter = Integer.highestOneBit(bytes - 1) >>> 2;
    return (int) Math.min(Integer.MAX_VALUE, ((long) bytes + quarter - 1) / quarter * quarter);
  }

  /**
   * Returns at least this many bytes, the first of them zeros, in the machine's byte order.
   *
   * @throws OutOfMemoryError if there is none free and the JVM has no more to give
   */
  public ByteBuffer take(int bytes) {
    int size = classSize(bytes);
    ByteBuffer memory = poll(size);
    if (memory == null) {
      return allocator.allocate(size);
    }
    clear(memory, bytes);
    return memory;
  }

  private synchronized ByteBuffer poll(int size) {
    Deque<ByteBuffer> list = free.get(size);
    ByteBuffer memory = list == null ? null : list.pollLast();
    if (memory != null) {
      idle -= size;
    }
    return memory;
  }

  private static void clear(ByteBuffer memory, int bytes) {
    int place = 0;
    for (; place <= bytes - Long.BYTES; place += Long.BYTES) {
      memory.putLong(place, 0);
    }
    for (; place < bytes; place++) {
      memory.put(place, (byte) 0);
    }
  }

  /** Takes memory back that {@link #take} gave and that nobody can read any more. */
  public synchronized void give(ByteBuffer memory) {
    int size = memory.capacity();
    if (closed || size > mostIdle) {
      return;
    }
    makeRoom(size);
    free.computeIfAbsent(size, any -> new ArrayDeque<>()).addLast(memory);
    idle += size;
  }

  private void makeRoom(int size) {
    Iterator<Deque<ByteBuffer>> lists = free.values().iterator();
    while (idle + size > mostIdle) {
      Deque<ByteBuffer> list = lists.next();
      while (!list.isEmpty() && idle + size > mostIdle) {
        idle -= list.removeFirst().capacity();
      }
      if (list.isEmpty()) {
        lists.remove();
      }
    }
  }

  /** Returns how many bytes wait to be used again. */
  public synchronized long idle() {
    return idle;
  }

  /** Lets go of what is idle, and keeps nothing from now on. */
  public synchronized void close() {
    closed = true;
    free.clear();
    idle = 0;
  }
}
