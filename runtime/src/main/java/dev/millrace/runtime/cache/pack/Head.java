package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.Signature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The head of a record.
 *
 * <pre>
 *    0  int   "MREC"           32  long  when stored, ms
 *    4  int   kind             40  long  number of the pack
 *    8  long  key, high        48  long  place of this head in the pack
 *   16  long  key, low         56  int   zero
 *   24  int   length           60  int   CRC32C of the 60 bytes before
 *   28  int   CRC32C of bytes
 * </pre>
 *
 * @param kind what the record is
 * @param key the key, or what stands for one
 * @param length how many bytes follow, without what fills them up to a multiple of 64
 * @param crc the CRC32C of these
 * @param stored when it was written, in milliseconds
 */
record Head(Kind kind, Signature key, int length, int crc, long stored) {
  /** The size of a head, and what everything is aligned to. */
  static final int BYTES = 64;

  /** The longest bytes: with two heads and what fills them up they can still be mapped. */
  static final int LONGEST = Integer.MAX_VALUE - 4 * BYTES;

  private static final int MAGIC = 0x4345524D;
  private static final int CHECKED = BYTES - Integer.BYTES;

  /** Returns the head of bytes. */
  static Head of(Kind kind, Signature key, ByteBuffer bytes, long stored) {
    return new Head(kind, key, bytes.remaining(), checksum(bytes), stored);
  }

  /** Returns a number of bytes, or of a place, as a multiple of 64. */
  static long aligned(long bytes) {
    return (bytes + BYTES - 1) & -BYTES;
  }

  /** Returns the room that a record with so many bytes takes. */
  static long room(long length) {
    return BYTES + aligned(length);
  }

  /** Returns the room that this record takes. */
  long room() {
    return room(length);
  }

  /** Returns the CRC32C from a buffer's position to its limit, and moves neither. */
  static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    return (int) crc.getValue();
  }

  /** Returns the 64 bytes of this head, for its place in a pack. */
  ByteBuffer bytes(long pack, long place) {
    ByteBuffer head = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(MAGIC).putInt(kind.code()).putLong(key.high()).putLong(key.low());
    head.putInt(length).putInt(crc).putLong(stored).putLong(pack).putLong(place).putInt(0);
    head.putInt(checksum(head.slice(0, CHECKED)));
    return head.flip();
  }

  /**
   * Returns the head that stands in a buffer, or null if none does that was written for this place.
   *
   * @param bytes little-endian
   * @param at where in the buffer
   */
  static @Nullable Head read(ByteBuffer bytes, int at, long pack, long place) {
    if (bytes.getInt(at) != MAGIC
        || bytes.getLong(at + 40) != pack
        || bytes.getLong(at + 48) != place
        || bytes.getInt(at + CHECKED) != checksum(bytes.slice(at, CHECKED))) {
      return null;
    }
    Kind kind = Kind.of(bytes.getInt(at + 4));
    int length = bytes.getInt(at + 24);
    if (kind == null || length < 0 || length > LONGEST) {
      return null;
    }
    Signature key = new Signature(bytes.getLong(at + 8), bytes.getLong(at + 16));
    return new Head(kind, key, length, bytes.getInt(at + 28), bytes.getLong(at + 32));
  }
}
