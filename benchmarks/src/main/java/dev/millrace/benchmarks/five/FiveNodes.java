package dev.millrace.benchmarks.five;

import dev.millrace.Node;

/**
 * The nodes: {@code a}; {@code b} and {@code c} of it; {@code d} of both; {@code e}. Each takes
 * about fifteen nanoseconds, ten steps that wait for each other.
 */
public final class FiveNodes {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private FiveNodes() {}

  @Node
  public static long a(long seed) {
    return mix(seed);
  }

  @Node
  public static long b(long a) {
    return mix(a + 1);
  }

  @Node
  public static long c(long a) {
    return mix(a + 2);
  }

  @Node
  public static long d(long b, long c) {
    return mix(b ^ c);
  }

  @Node
  public static long e(long d) {
    return mix(d + 3);
  }

  private static long mix(long value) {
    long mixed = value;
    for (int i = 0; i < 10; i++) {
      mixed *= FACTOR;
      mixed ^= mixed >>> 29;
    }
    return mixed;
  }
}
