package dev.millrace.runtime.memory;

/** IEEE 754 binary16, which the JDK converts from version 20 on. */
public final class Half {
  private Half() {}

  /** Returns the number, exactly: each half is a float. */
  public static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >>> 10 & 0x1f;
    int fraction = half & 0x3ff;
    if (exponent == 0) {
      // Zero and subnormals: a multiple of 2^-24.
      float value = fraction * 0x1p-24f;
      return sign == 0 ? value : -value;
    }
    int bits = exponent == 0x1f ? 0x7f800000 : exponent + 112 << 23;
    return Float.intBitsToFloat(sign | bits | fraction << 13);
  }

  /**
   * Returns the nearest half, ties to even. From 65520 on that is an infinity, below 2^-25 a zero,
   * each with its sign; of a NaN the first ten bits are kept, or one of them set.
   */
  public static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) {
      int fraction = magnitude >>> 13 & 0x3ff;
      return (short) (sign | 0x7c00 | (fraction == 0 ? 0x200 : fraction));
    }
    if (magnitude >= 0x477ff000) {
      return (short) (sign | 0x7c00);
    }
    if (magnitude < 0x38800000) {
      // Subnormal: adding 2^-1 leaves the wanted bits at the end, rounded by the machine.
      float shifted = Float.intBitsToFloat(magnitude) + 0.5f;
      return (short) (sign | Float.floatToRawIntBits(shifted) - 0x3f000000);
    }
    int odd = magnitude >>> 13 & 1;
    return (short) (sign | magnitude - 0x38000000 + 0xfff + odd >>> 13);
  }
}
