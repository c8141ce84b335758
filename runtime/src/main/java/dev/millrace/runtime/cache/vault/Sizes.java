package dev.millrace.runtime.cache.vault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * About how large the values of each node are. To write each down for that would cost more than all
 * else, so of a node's first 64 values those at powers of two are, and from then on one in 64.
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

    /** Races lose a part of a measure. */
    private volatile long mean;

    private Estimate() {}

    /** Returns whether the next value is to be measured. */
    boolean isNextMeasured() {
      int number = count.getAndIncrement() & Integer.MAX_VALUE;
      return number < ONE_IN ? (number & number - 1) == 0 : number % ONE_IN == 0;
    }

    /** Takes how large a value is, and returns that. */
    long measured(long bytes) {
      long before = mean;
      mean = before == 0 ? bytes : before + (bytes - before) / 4;
      return bytes;
    }

    /** Returns about how large the next value is. */
    long mean() {
      return mean;
    }
  }
}
