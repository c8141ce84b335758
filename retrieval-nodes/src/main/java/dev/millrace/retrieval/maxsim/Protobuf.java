package dev.millrace.retrieval.maxsim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes one message in protocol buffers' wire format: as much of it as a small ONNX graph needs.
 */
final class Protobuf {
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;
  private static final int TAG_BITS = 3;
  private static final int VARINT_BITS = 7;
  private static final long VARINT_MASK = 0x7f;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Protobuf number(int field, long value) {
    varint((long) field << TAG_BITS | VARINT);
    varint(value);
    return this;
  }

  Protobuf text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  Protobuf message(int field, Protobuf value) {
    return bytes(field, value.toBytes());
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  private Protobuf bytes(int field, byte[] value) {
    varint((long) field << TAG_BITS | LENGTH_DELIMITED);
    varint(value.length);
    out.writeBytes(value);
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
