package dev.millrace.processor.model;

/**
 * How many calls of a node that waits there are.
 *
 * @param maxInFlight at once in a map; 0 for what is usual
 * @param calls within a period; 0 for as many as come
 * @param periodNanos the period
 */
public record Pace(int maxInFlight, int calls, long periodNanos) {
  /** A node about which nothing is said. */
  public static final Pace OWN = new Pace(0, 0, 0);

  /** Returns whether there are only so many calls within a period. */
  public boolean isLimited() {
    return calls > 0;
  }

  /** Returns the calls and their period as {@code @RateLimit} has them. */
  public String rate() {
    return calls
        + (periodNanos == 1_000_000_000L ? "/s" : periodNanos == 60_000_000_000L ? "/m" : "/h");
  }
}
