package dev.millrace.retrieval.fuse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact sum of {@code weight / denominator}, rounded once when it is asked for. A sum of doubles
 * depends on the order of the summands, and tells 1/66 + 1/132 from 1/88 + 1/88, which are equal,
 * so that the rule for ties would not be asked.
 *
 * <p>One fraction of longs serves as long as both of its parts fit a double without loss: dividing
 * them then rounds correctly. With weights, or many rankings, it goes on in decimals. Whether it
 * does depends on the summands and not on their order, since both parts only grow.
 */
final class ReciprocalSum {
  /** Every whole number up to here is a double. */
  private static final long EXACT = 1L << 53;

  /** Digits of the one division; a double has 17. */
  private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

  private long numerator;
  private long denominator = 1;
  private @Nullable BigDecimal wideNumerator;
  private @Nullable BigDecimal wideDenominator;

  void add(double weight, long divisor) {
    if (wideNumerator == null && weight == 1 && fits(divisor)) {
      numerator = numerator * divisor + denominator;
      denominator *= divisor;
    } else {
      addWide(new BigDecimal(weight), BigDecimal.valueOf(divisor));
    }
  }

  double value() {
    return wideNumerator == null || wideDenominator == null
        ? (double) numerator / denominator
        : wideNumerator.divide(wideDenominator, DIGITS).doubleValue();
  }

  private boolean fits(long divisor) {
    return denominator <= EXACT / divisor && numerator <= (EXACT - denominator) / divisor;
  }

  private void addWide(BigDecimal weight, BigDecimal divisor) {
    BigDecimal above = wideNumerator == null ? BigDecimal.valueOf(numerator) : wideNumerator;
    BigDecimal below = wideDenominator == null ? BigDecimal.valueOf(denominator) : wideDenominator;
    wideNumerator = above.multiply(divisor).add(weight.multiply(below));
    wideDenominator = below.multiply(divisor);
  }
}
