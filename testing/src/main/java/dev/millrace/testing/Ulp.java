package dev.millrace.testing;

/** Tells how many floating-point numbers lie between two. */
final class Ulp {
  private Ulp() {}

  static boolean near(float a, float b, int ulps) {
    return Float.compare(a, b) == 0
        || !Float.isNaN(a) && !Float.isNaN(b) && Math.abs((long) place(a) - place(b)) <= ulps;
  }

  static boolean near(double a, double b, int ulps) {
    if (Double.compare(a, b) == 0) {
      return true;
    }
    long low = Math.min(place(a), place(b));
    long high = Math.max(place(a), place(b));
    // The distance fits 64 bits, but not always the 63 of a positive long.
    return !Double.isNaN(a) && !Double.isNaN(b) && Long.compareUnsigned(high - low, ulps) <= 0;
  }

  /** Numbers the floats in their order, both zeros being 0. */
  private static int place(float value) {
    int bits = Float.floatToIntBits(value);
    return bits < 0 ? Integer.MIN_VALUE - bits : bits;
  }

  private static long place(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }
}
