package dev.millrace.runtime.spi.codec;

import dev.millrace.runtime.Embedding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a value is written into. For one thread, and one blob. */
public final class BlobOut {
  private final List<RowsOut> sections = new ArrayList<>(0);
  private ByteBuffer body = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
  private int depth;

  /** Makes an empty blob. */
  public BlobOut() {}

  /** Writes one byte. */
  public void i8(int value) {
    room(Byte.BYTES).put((byte) value);
  }

  /** Writes two bytes. */
  public void i16(int value) {
    room(Short.BYTES).putShort((short) value);
  }

  /** Writes four bytes. */
  public void i32(int value) {
    room(Integer.BYTES).putInt(value);
  }

  /** Writes eight bytes. */
  public void i64(long value) {
    room(Long.BYTES).putLong(value);
  }

  /** Writes a float's bits as they are. */
  public void f32(float value) {
    i32(Float.floatToRawIntBits(value));
  }

  /** Writes a double's bits as they are. */
  public void f64(double value) {
    i64(Double.doubleToRawLongBits(value));
  }

  /** Writes how many there are of something: seven bits a byte, the lowest first. */
  public void size(int size) {
    int left = size;
    while (left >>> 7 != 0) {
      i8(left | 0x80);
      left >>>= 7;
    }
    i8(left);
  }

  /** Writes bytes, of which the reader knows how many there are. */
  public void bytes(byte[] bytes) {
    room(bytes.length).put(bytes);
  }

  /** Writes a text to the char: as UTF-8, or as UTF-16 where it is not well-formed. */
  public void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (new String(utf8, StandardCharsets.UTF_8).equals(text)) {
      text(BlobIn.UTF_8, utf8);
    } else {
      text(BlobIn.UTF_16, chars(text));
    }
  }

  private void text(int kind, byte[] bytes) {
    i8(kind);
    size(bytes.length);
    bytes(bytes);
  }

  private static byte[] chars(String text) {
    ByteBuffer chars = ByteBuffer.allocate(text.length() * Character.BYTES);
    chars.order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().put(text);
    return chars.array();
  }

  /** Writes where an embedding's rows are, and puts them behind all else. */
  public void embedding(Embedding embedding) {
    int section = 0;
    while (section < sections.size() && !sections.get(section).takes(embedding)) {
      section++;
    }
    if (section == sections.size()) {
      sections.add(new RowsOut(embedding.slab().type(), embedding.dim()));
    }
    size(section);
    size(sections.get(section).add(embedding));
    size(embedding.rows());
  }

  /**
   * Returns the blob: its bytes, on the heap.
   *
   * @throws BlobTooLargeException if they are more than an array holds
   */
  public ByteBuffer finish() {
    long length = BlobIn.HEADER + (long) BlobIn.SECTION * sections.size() + body.position();
    List<Long> places = new ArrayList<>(sections.size());
    for (RowsOut section : sections) {
      long place = aligned(length);
      places.add(place);
      length = place + section.bytes();
    }
    ByteBuffer blob = ByteBuffer.allocate(fits(length)).order(ByteOrder.LITTLE_ENDIAN);
    blob.putInt(BlobIn.MAGIC).putInt(body.position()).putInt(sections.size());
    for (int i = 0; i < sections.size(); i++) {
      sections.get(i).describe(blob, (int) (long) places.get(i));
    }
    blob.put(body.flip());
    for (int i = 0; i < sections.size(); i++) {
      sections.get(i).put(blob.position((int) (long) places.get(i)));
    }
    return blob.rewind();
  }

  /** Begins a value that may hold others of its type. */
  void enter(String type) {
    if (++depth > TypeCodec.DEEPEST) {
      throw new UnwritableValueException(
          "a "
              + type
              + " is nested more than "
              + TypeCodec.DEEPEST
              + " levels deep, or contains itself, and is not stored");
    }
  }

  /** Ends it. */
  void leave() {
    depth--;
  }

  private static long aligned(long place) {
    return (place + BlobIn.ALIGNMENT - 1) / BlobIn.ALIGNMENT * BlobIn.ALIGNMENT;
  }

  /** Returns the body, with room for more. */
  private ByteBuffer room(int more) {
    if (body.remaining() < more) {
      long needed = (long) body.position() + more;
      int capacity =
          fits(Math.max(needed, Math.min(2L * body.capacity(), BlobTooLargeException.MOST)));
      body = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(body.flip());
    }
    return body;
  }

  private static int fits(long bytes) {
    if (bytes > BlobTooLargeException.MOST) {
      throw new BlobTooLargeException(bytes);
    }
    return (int) bytes;
  }
}
