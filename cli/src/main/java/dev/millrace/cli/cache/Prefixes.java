package dev.millrace.cli.cache;

import dev.millrace.runtime.Signature;
import java.util.Collection;
import java.util.List;

/**
 * Signatures in short: as many digits as tell each from all others of a cache.
 *
 * @param digits how many
 */
record Prefixes(int digits) {
  private static final int FEWEST = 8;

  /** Returns how to write the signatures of these results. */
  static Prefixes of(Collection<Result> results) {
    List<Signature> sorted = results.stream().map(Result::key).sorted().toList();
    int digits = FEWEST;
    for (int i = 1; i < sorted.size(); i++) {
      digits = Math.max(digits, common(sorted.get(i - 1), sorted.get(i)) + 1);
    }
    return new Prefixes(digits);
  }

  /** Returns how many digits two different signatures have in common at the beginning. */
  private static int common(Signature one, Signature other) {
    long high = one.high() ^ other.high();
    return high != 0
        ? Long.numberOfLeadingZeros(high) / 4
        : 16 + Long.numberOfLeadingZeros(one.low() ^ other.low()) / 4;
  }

  /** Returns the beginning of a signature. */
  String text(Signature key) {
    return key.toString().substring(0, digits);
  }
}
