package dev.millrace.runtime.exec;

/**
 * What some work took.
 *
 * @param cpuNanos of all threads that took part
 * @param wallNanos by the clock
 * @param bytes of heap that these threads allocated
 */
public record Spent(double cpuNanos, double wallNanos, double bytes) {
  /** Returns how much more this is. */
  Spent less(Spent other) {
    return new Spent(cpuNanos - other.cpuNanos, wallNanos - other.wallNanos, bytes - other.bytes);
  }

  /** Returns the same by one of so many. */
  Spent by(long count) {
    return new Spent(cpuNanos / count, wallNanos / count, bytes / count);
  }
}
