package dev.millrace.runtime.spi;

/**
 * What it has cost to compute a step's value in maps, to know whether it is worth keeping. Written
 * by several threads; one that loses an update loses nothing that matters.
 */
final class Worth {
  /** So many times what storing costs. */
  static final int TIMES = 10;

  private static final long UNKNOWN = -1;

  private volatile long nanos = UNKNOWN;

  /** Notes what so many values have cost. */
  void cost(long took, int values) {
    if (values > 0) {
      long each = took / values;
      long before = nanos;
      nanos = before == UNKNOWN ? each : (3 * before + each) / 4;
    }
  }

  /** Returns whether it is known that values cost less than it is worth to keep them. */
  boolean isCheap(long storeNanos) {
    long known = nanos;
    return known != UNKNOWN && known < TIMES * storeNanos;
  }
}
