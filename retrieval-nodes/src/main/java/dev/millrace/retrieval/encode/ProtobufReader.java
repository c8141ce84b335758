package dev.millrace.retrieval.encode;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Walks over protocol buffers' wire format without copying it. Nothing is believed: a length that
 * does not fit, or a number that does not end, is {@link Fault#UNSAFE_MODEL}.
 */
final class ProtobufReader {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private final ByteBuffer bytes;
  private int field;
  private int kind;

  ProtobufReader(ByteBuffer bytes) {
    this.bytes = bytes.duplicate();
  }

  int position() {
    return bytes.position();
  }

  void position(int place) {
    bytes.position(place);
  }

  /** Reads the next field's number and kind, and returns whether there is one before the end. */
  boolean next(int end) {
    if (bytes.position() >= end) {
      return false;
    }
    // Protobuf's own readers keep 32 bits of a tag; to keep more would be to miss some.
    int tag = (int) varint(end);
    field = tag >>> 3;
    kind = tag & 7;
    return true;
  }

  /** Returns the number of the field that {@link #next} found. */
  int field() {
    return field;
  }

  /** Returns the kind of the field that {@link #next} found. */
  int kind() {
    return kind;
  }

  long varint(int end) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (bytes.position() >= end) {
        throw malformed("it ends within a number at byte " + bytes.position());
      }
      byte next = bytes.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw malformed("the number before byte " + bytes.position() + " does not end");
  }

  /** Reads the length of a field of bytes, and returns where these end. */
  int bytesEnd(int end) {
    long length = varint(end);
    if (length < 0 || length > end - bytes.position()) {
      throw tooLong();
    }
    return bytes.position() + (int) length;
  }

  /** Passes over the value of the field that {@link #next} found. */
  void skip(int end) {
    switch (kind) {
      case VARINT -> varint(end);
      case FIXED64 -> skip(8, end);
      case FIXED32 -> skip(4, end);
      case BYTES -> bytes.position(bytesEnd(end));
      default -> throw malformed("byte " + bytes.position() + " begins no known field");
    }
  }

  private void skip(int count, int end) {
    if (count > end - bytes.position()) {
      throw tooLong();
    }
    bytes.position(bytes.position() + count);
  }

  /** Reads a field of bytes as text. */
  String text(int end) {
    byte[] text = new byte[bytesEnd(end) - bytes.position()];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private EncoderException tooLong() {
    return malformed("a field at byte " + bytes.position() + " is longer than what holds it");
  }

  static EncoderException malformed(String what) {
    return new EncoderException(Fault.UNSAFE_MODEL, "the network is no ONNX model: " + what);
  }
}
