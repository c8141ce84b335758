package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.Signature;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where the record of a key is in a pack: a hash table with open addressing, in memory as in an
 * index file. A slot has the key and the place; place 0, where a pack's own head is, says that it
 * is free. One thread at a time puts; others may look meanwhile, without a lock.
 */
final class Places {
  /** The size of a slot. */
  static final int SLOT = 3 * Long.BYTES;

  private static final int FEWEST = 64;
  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private volatile ByteBuffer slots;
  private volatile int size;

  /** Takes what is told of each key. */
  @FunctionalInterface
  interface Visitor {
    void visit(Signature key, int place) throws IOException;
  }

  private Places(ByteBuffer slots, int size) {
    this.slots = slots;
    this.size = size;
  }

  /**
   * Returns an empty table.
   *
   * @param keys how many keys it is to take without growing
   * @throws IOException if there is no room off-heap
   */
  static Places forKeys(int keys) throws IOException {
    long capacity = FEWEST;
    while (capacity * 2 < keys * 3L) {
      capacity *= 2;
    }
    return new Places(allocate(capacity), 0);
  }

  /** Returns a table that lies in a buffer, as {@link #bytes} gave it. */
  static Places in(ByteBuffer slots, int size) {
    return new Places(slots, size);
  }

  /** Returns whether a buffer of this size could be a table with so many keys. */
  static boolean fits(long bytes, int size) {
    long capacity = bytes / SLOT;
    return bytes % SLOT == 0 && Long.bitCount(capacity) == 1 && size >= 0 && size < capacity;
  }

  private static ByteBuffer allocate(long capacity) throws IOException {
    long bytes = capacity * SLOT;
    try {
      return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (OutOfMemoryError | ArithmeticException e) {
      throw new IOException(
          "no room off-heap for a table of "
              + (bytes >> 20)
              + " MiB; let the JVM have more with -XX:MaxDirectMemorySize",
          e);
    }
  }

  private static int slot(ByteBuffer slots, Signature key) {
    int capacity = slots.capacity() / SLOT;
    long mixed = (key.high() ^ Long.rotateLeft(key.low(), 32)) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & capacity - 1;
  }

  private static int next(ByteBuffer slots, int slot) {
    int capacity = slots.capacity() / SLOT;
    return slot + 1 & capacity - 1;
  }

  /** Returns the place of a key, or 0. */
  int find(Signature key) {
    ByteBuffer table = slots;
    int slot = slot(table, key);
    // Bounded, for an index is read from a file.
    for (int left = table.capacity() / SLOT; left > 0; left--) {
      long place = (long) LONGS.getAcquire(table, slot * SLOT + 16);
      if (place == 0
          || table.getLong(slot * SLOT) == key.high()
              && table.getLong(slot * SLOT + 8) == key.low()) {
        return (int) place;
      }
      slot = next(table, slot);
    }
    return 0;
  }

  /**
   * Puts the place of a key, in the stead of another if there is one.
   *
   * @throws IOException if there is no room off-heap to grow
   */
  void put(Signature key, int place) throws IOException {
    if ((size + 1L) * 3 > slots.capacity() / SLOT * 2L) {
      Places larger = new Places(allocate(slots.capacity() / SLOT * 2L), 0);
      forEach(larger::insert);
      slots = larger.slots;
    }
    insert(key, place);
  }

  private void insert(Signature key, int place) {
    ByteBuffer table = slots;
    int slot = slot(table, key);
    while (true) {
      int at = slot * SLOT;
      if (table.getLong(at + 16) == 0) {
        table.putLong(at, key.high());
        table.putLong(at + 8, key.low());
        LONGS.setRelease(table, at + 16, (long) place);
        size++;
        return;
      }
      if (table.getLong(at) == key.high() && table.getLong(at + 8) == key.low()) {
        LONGS.setRelease(table, at + 16, (long) place);
        return;
      }
      slot = next(table, slot);
    }
  }

  /** Returns how many keys there are. */
  int size() {
    return size;
  }

  /** Returns the table as it is written to a file. */
  ByteBuffer bytes() {
    return slots.duplicate().clear();
  }

  /** Tells of each key. */
  void forEach(Visitor visitor) throws IOException {
    ByteBuffer table = slots;
    for (int at = 0; at < table.capacity(); at += SLOT) {
      long place = (long) LONGS.getAcquire(table, at + 16);
      if (place != 0) {
        visitor.visit(new Signature(table.getLong(at), table.getLong(at + 8)), (int) place);
      }
    }
  }
}
