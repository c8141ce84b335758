package dev.millrace.runtime.spi.codec;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a value is read from. For one thread. Whatever its bytes are, it reads nothing beyond them.
 */
public final class BlobIn {
  static final int MAGIC = 0x3142524d; // "MRB1"
  static final int HEADER = 3 * Integer.BYTES;
  static final int SECTION = 4 * Integer.BYTES;
  static final int ALIGNMENT = 64;
  static final int UTF_8 = 0;
  static final int UTF_16 = 1;

  private final List<RowsIn> sections = new ArrayList<>(0);
  private final ByteBuffer body;
  private int depth;

  /**
   * Begins to read a blob. Embeddings in it are handles on this memory, read-only, and keep it.
   *
   * @param blob its bytes, from the position to the limit; to be read where they lie, the rows of
   *     its embeddings ask for a direct buffer that begins at a multiple of 64 bytes
   * @throws DamagedBlobException if it is none
   */
  public BlobIn(ByteBuffer blob) {
    ByteBuffer all = blob.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (all.remaining() < HEADER || all.getInt() != MAGIC) {
      throw new DamagedBlobException("these " + all.capacity() + " bytes do not begin as a blob");
    }
    int length = all.getInt();
    int count = all.getInt();
    if (length < 0 || count < 0 || all.remaining() < (long) count * SECTION + length) {
      throw new DamagedBlobException("there is less than the beginning says");
    }
    for (int i = 0; i < count; i++) {
      sections.add(RowsIn.of(all));
    }
    this.body = all.slice(all.position(), length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads one byte. */
  public byte i8() {
    return has(Byte.BYTES).get();
  }

  /** Reads two bytes. */
  public short i16() {
    return has(Short.BYTES).getShort();
  }

  /** Reads four bytes. */
  public int i32() {
    return has(Integer.BYTES).getInt();
  }

  /** Reads eight bytes. */
  public long i64() {
    return has(Long.BYTES).getLong();
  }

  /** Reads a float. */
  public float f32() {
    return Float.intBitsToFloat(i32());
  }

  /** Reads a double. */
  public double f64() {
    return Double.longBitsToDouble(i64());
  }

  /** Reads how many there are of something. */
  public int size() {
    long size = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      byte part = i8();
      size |= (part & 0x7fL) << shift;
      if (part >= 0) {
        break;
      }
    }
    if (size < 0 || size > Integer.MAX_VALUE) {
      throw new DamagedBlobException(size + " is no size");
    }
    return (int) size;
  }

  /**
   * Reads how many elements there are, each of so many bytes at least: no more than what follows
   * has room for.
   */
  public int count(int bytes) {
    int count = size();
    has((long) count * bytes);
    return count;
  }

  /** Reads so many bytes. */
  public byte[] bytes(int count) {
    ByteBuffer following = has(count);
    byte[] bytes = new byte[count];
    following.get(bytes);
    return bytes;
  }

  /** Reads a text. */
  public String text() {
    int kind = i8();
    byte[] bytes = bytes(count(1));
    if (kind == UTF_8) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    if (kind != UTF_16) {
      throw new DamagedBlobException("there is no text of kind " + kind);
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().toString();
  }

  /** Reads an embedding, a handle on this memory. */
  public Embedding embedding() {
    int section = size();
    int first = size();
    int rows = size();
    if (section >= sections.size()) {
      throw new DamagedBlobException("there are no rows " + section);
    }
    Slab slab = sections.get(section).slab();
    if (rows < 1 || first > slab.rows() - rows) {
      throw new DamagedBlobException("there are no " + rows + " rows from " + first + " on");
    }
    return slab.rows(first, rows);
  }

  /**
   * Ends the reading.
   *
   * @throws DamagedBlobException if there is more
   */
  public void end() {
    if (body.hasRemaining()) {
      throw new DamagedBlobException(body.remaining() + " bytes are left");
    }
  }

  /** Begins a value that may hold others of its type. */
  void enter(String type) {
    if (++depth > TypeCodec.DEEPEST) {
      throw new DamagedBlobException(
          "a " + type + " is nested more than " + TypeCodec.DEEPEST + " levels deep");
    }
  }

  /** Ends it. */
  void leave() {
    depth--;
  }

  private ByteBuffer has(long bytes) {
    if (body.remaining() < bytes) {
      throw new DamagedBlobException(
          bytes + " bytes are to come, and there are " + body.remaining());
    }
    return body;
  }
}
