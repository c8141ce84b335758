package dev.millrace.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Which work this is: 128 bits of a digest. Equal signatures stand for equal work, so they are the
 * keys of the cache. Ordered as unsigned numbers of 128 bits, which is the order of their texts.
 *
 * @param high the upper half
 * @param low the lower half
 */
public record Signature(long high, long low) implements Comparable<Signature> {
  private static final int HALF = 16;
  private static final int DIGITS = 2 * HALF;

  /**
   * Returns the signature that a text of 32 hexadecimal digits stands for, in either case.
   *
   * @throws SignatureFormatException if the text is none
   */
  public static Signature parse(String text) {
    if (text.length() != DIGITS) {
      throw new SignatureFormatException(text);
    }
    return new Signature(half(text, 0), half(text, HALF));
  }

  private static long half(String text, int from) {
    long half = 0;
    for (int i = from; i < from + HALF; i++) {
      char letter = text.charAt(i);
      // Not what other scripts have for digits.
      int digit = letter < 128 ? Character.digit(letter, 16) : -1;
      if (digit < 0) {
        throw new SignatureFormatException(text);
      }
      half = half << 4 | digit;
    }
    return half;
  }

  // The record's own would do: these are on the way of every hit.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Signature that && high == that.high && low == that.low;
  }

  @Override
  public int hashCode() {
    return (int) (low ^ low >>> Integer.SIZE);
  }

  @Override
  public int compareTo(Signature other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  /** Returns the 32 lower-case hexadecimal digits that {@link #parse} takes. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(DIGITS);
    for (long half : new long[] {high, low}) {
      String digits = Long.toHexString(half);
      text.append("0".repeat(HALF - digits.length())).append(digits);
    }
    return text.toString();
  }
}
