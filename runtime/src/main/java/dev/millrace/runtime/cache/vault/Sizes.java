package dev.millrace.runtime.cache.vault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * About how large the values of each node are. To write each down for that would cost more than all
 * else: the first of a node's are, those at powers of two, and from then on one in 64.
 */
final class Sizes {
  private static final int ONE_IN = 64;

  private final Map<String, Estimate> nodes = new ConcurrentHashMap<>();

  /** Returns the estimate of a node's values. */
  Estimate of(String node) {
    Estimate known = nodes.get(node);
    return known != null ? known : nodes.computeIfAbsent(node, name -> new Estimate());
  }

  /** Of one node. */
  static final class Estimate {
    private final AtomicInteger count = new AtomicInteger();
    private volatile long mean;

    private Estimate() {}

    /**
     * Returns about how large the next value is, having measured it if it is one to be measured.
     */
    long next(LongSupplier measure) {
      int number = count.getAndIncrement() & Integer.MAX_VALUE;
      boolean isMeasured = number < ONE_IN ? (number & number - 1) == 0 : number % ONE_IN == 0;
      if (!isMeasured) {
        return mean;
      }
      long size = measure.getAsLong();
      long before = mean;
      mean = before == 0 ? size : before + (size - before) / 4;
      return Math.max(size, mean);
    }
  }
}
