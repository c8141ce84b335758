package dev.millrace.benchmarks.waiting;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** How long answers take: five milliseconds, more or less. */
public enum Delays {
  CONSTANT("5 ms each") {
    @Override
    double millis(Random random) {
      return MEAN_MILLIS;
    }
  },
  EXPONENTIAL("5 ms exponential") {
    @Override
    double millis(Random random) {
      return -MEAN_MILLIS * Math.log(1 - random.nextDouble());
    }
  },
  STRAGGLERS("1 % of 100 ms") {
    @Override
    double millis(Random random) {
      return random.nextInt(100) == 0 ? 100 : MEAN_MILLIS;
    }
  };

  private static final double MEAN_MILLIS = 5;

  private final String words;

  Delays(String words) {
    this.words = words;
  }

  abstract double millis(Random random);

  /** Returns the same for everybody. */
  long[] nanos(int count) {
    Random random = new Random(1);
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      nanos[i] = (long) (millis(random) * TimeUnit.MILLISECONDS.toNanos(1));
    }
    return nanos;
  }

  @Override
  public String toString() {
    return words;
  }
}
