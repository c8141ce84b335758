package dev.millrace.testing;

/**
 * How far two results may lie apart and still be the same. Arrays, lists, maps, optionals, records
 * and {@link dev.millrace.runtime.Embedding}s are compared part by part, all else by {@code
 * equals}. {@code NaN} is {@code NaN}.
 */
public sealed interface Tolerance {
  /** Nothing may differ: {@code 0.0} and {@code -0.0} do. */
  record Exact() implements Tolerance {}

  /** Floats and doubles may differ by so many neighbours. */
  record Ulps(int ulps) implements Tolerance {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Ulps {
      if (ulps < 0) {
        throw new IllegalArgumentException("two numbers are at least 0 ulps apart, not " + ulps);
      }
    }
  }

  /** Vectors may differ by an angle. */
  record Cosine(double min) implements Tolerance {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is no cosine between 0 and 1
     */
    public Cosine {
      if (!(min >= 0 && min <= 1)) {
        throw new IllegalArgumentException("the least cosine lies in 0 to 1, not " + min);
      }
    }
  }

  /** Returns the tolerance of what is computed the same way in both forms: to the bit. */
  static Tolerance exact() {
    return new Exact();
  }

  /**
   * Returns the tolerance of what is computed in another order: every float and double may be so
   * many representable numbers away, all else is exact.
   */
  static Tolerance ulps(int ulps) {
    return new Ulps(ulps);
  }

  /**
   * Returns the tolerance of models whose batches are not invariant: two vectors ({@code float[]},
   * {@code double[]}, {@code List<Float>}, each row of an {@code Embedding}) have at least this
   * cosine. As an angle says nothing of lengths, these may differ by a share of {@code sqrt(2 (1 -
   * min))}: as far apart as the tips of two unit vectors at that angle. All else is exact.
   */
  static Tolerance cosine(double min) {
    return new Cosine(min);
  }
}
