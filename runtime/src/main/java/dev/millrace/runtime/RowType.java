package dev.millrace.runtime;

import dev.millrace.runtime.memory.Half;
import java.nio.ByteBuffer;

/** What the numbers in a slab's rows are. */
public enum RowType {
  /** 32-bit floats. */
  FLOAT32(4),
  /** 16-bit floats, IEEE 754 binary16: three digits, up to 65504. */
  FLOAT16(2),
  /** Whole numbers from -128 to 127; what one stands for is their user's to know. */
  INT8(1);

  private final int bytes;

  RowType(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the number at a place in bytes. */
  float read(ByteBuffer memory, int place) {
    if (this == FLOAT32) {
      return memory.getFloat(place);
    }
    return this == FLOAT16 ? Half.toFloat(memory.getShort(place)) : memory.get(place);
  }

  /** Writes a number at a place in bytes. */
  void write(ByteBuffer memory, int place, float number) {
    if (this == FLOAT32) {
      memory.putFloat(place, number);
    } else if (this == FLOAT16) {
      memory.putShort(place, Half.of(number));
    } else if ((byte) number == number) {
      memory.put(place, (byte) number);
    } else {
      throw new IllegalArgumentException(
          number + " is not a whole number from -128 to 127; scale and round it first");
    }
  }

  /** Returns the size of one number in bytes. */
  public int bytes() {
    return bytes;
  }
}
