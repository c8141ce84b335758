package dev.millrace.runtime.cache.vault;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a front holds for a value. A value is held itself only if nobody can change it: if it was
 * read by a codec that says so, or if it is of a class that cannot be changed. What a node returned
 * is not such, whatever its codec says: a list may be the node's own, and an embedding's rows may
 * be released. So its bytes are held, until it is first read.
 */
final class Held {
  /** What an entry takes beside what it holds: itself, its key, places in tables. */
  private static final long BESIDE = 128;

  private static final Object NULL = new Object();

  private Held() {}

  /** Bytes of a value. */
  record Sealed(ByteBuffer bytes) {}

  /** Returns what to hold for a value that nobody can change. */
  static Object of(@Nullable Object value) {
    return value == null ? NULL : value;
  }

  /** Returns the value for which something other than bytes is held. */
  static @Nullable Object value(Object held) {
    return held == NULL ? null : held;
  }

  /**
   * Returns what to hold for a value that a node returned, before anybody has read it.
   *
   * @param bytes of the value
   */
  static Object given(@Nullable Object value, ByteBuffer bytes) {
    return size(value) < 0 ? new Sealed(bytes) : of(value);
  }

  /** Returns about how much heap a value takes that nobody can change; -1 if somebody may. */
  static long size(@Nullable Object value) {
    if (value instanceof String text) {
      return 2L * text.length();
    }
    boolean isSmall =
        value == null
            || value instanceof Integer
            || value instanceof Long
            || value instanceof Double
            || value instanceof Float
            || value instanceof Boolean
            || value instanceof Enum<?>
            || value instanceof UUID
            || value instanceof Character
            || value instanceof Short
            || value instanceof Byte;
    if (isSmall) {
      return Long.BYTES;
    }
    // Neither is final.
    if (value.getClass() == BigInteger.class) {
      return ((BigInteger) value).bitLength() / Byte.SIZE;
    }
    return value.getClass() == BigDecimal.class ? ((BigDecimal) value).precision() : -1;
  }

  /** Returns how much heap an entry takes, for a value of so many bytes. */
  static long room(long bytes) {
    return BESIDE + 2 * bytes;
  }

  /** Returns of how many bytes a value is whose entry takes so much heap. */
  static long bytes(long room) {
    return (room - BESIDE) / 2;
  }
}
