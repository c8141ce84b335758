package dev.millrace.retrieval.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes one message in protocol buffers' wire format: as much of it as a small ONNX graph needs.
 * Public only because more than one package writes graphs.
 */
public final class Protobuf {
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;
  private static final int TAG_BITS = 3;
  private static final int VARINT_BITS = 7;
  private static final long VARINT_MASK = 0x7f;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Adds a field that is a whole number. */
  public Protobuf number(int field, long value) {
    varint((long) field << TAG_BITS | VARINT);
    varint(value);
    return this;
  }

  /** Adds a field that is a text. */
  public Protobuf text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a field that is a message. */
  public Protobuf message(int field, Protobuf value) {
    return bytes(field, value.toBytes());
  }

  /** Returns the message so far. */
  public byte[] toBytes() {
    return out.toByteArray();
  }

  /** Adds a field that is bytes. */
  public Protobuf bytes(int field, byte[] value) {
    head(field, value.length);
    out.writeBytes(value);
    return this;
  }

  /** Adds what stands before a field of so many bytes, which are then for the caller to write. */
  public Protobuf head(int field, long length) {
    varint((long) field << TAG_BITS | LENGTH_DELIMITED);
    varint(length);
    return this;
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~VARINT_MASK) != 0) {
      out.write((int) (left & VARINT_MASK) | 0x80);
      left >>>= VARINT_BITS;
    }
    out.write((int) left);
  }
}
