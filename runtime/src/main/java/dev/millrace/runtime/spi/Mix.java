package dev.millrace.runtime.spi;

import dev.millrace.runtime.Signature;

/**
 * Puts what is fixed about some work together with the digest of the one value that varies: a
 * permutation of 128 bits for each fixed part. Digests are SHA-256's, so nobody can choose them; it
 * need only not lead two ways to one key. It does not commute: work upon work in another order is
 * another key.
 */
final class Mix {
  private static final long K1 = 0x9E3779B97F4A7C15L;
  private static final long K2 = 0xC2B2AE3D27D4EB4FL;
  private static final int ROUNDS = 3;

  private Mix() {}

  static Signature of(Signature fixed, Signature varying) {
    long high = varying.high();
    long low = varying.low();
    for (int round = 1; round <= ROUNDS; round++) {
      low = (low + fixed.low() + round) * K1;
      low ^= low >>> 32;
      high = (high ^ low) + fixed.high();
      high *= K2;
      high ^= high >>> 29;
      low ^= Long.rotateLeft(high, 31);
    }
    return new Signature(high, low);
  }
}
