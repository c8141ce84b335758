package dev.millrace.runtime.spi;

import java.util.function.LongSupplier;

/**
 * How often a node may be called: its {@code @RateLimit}. Any number of threads may use it.
 *
 * <p>Of any so many and one calls, the last begins a period after the first at the earliest. So no
 * call waits that need not, and a service that counts in windows, wherever they begin, never counts
 * too many. A turn that is taken is used up, whether its call is made or not.
 */
public final class Rate {
  private final long periodNanos;
  private final Attempts.Pause pause;
  private final LongSupplier clock;

  /** When the last so many turns were, or will be. Guarded by this. */
  private final long[] turns;

  private long taken; // guarded by this

  Rate(String node, int calls, long periodNanos, Attempts.Pause pause, LongSupplier clock) {
    if (calls < 1 || periodNanos < 1) {
      throw new IllegalArgumentException(
          "\"" + node + "\" cannot be called " + calls + " times in " + periodNanos + "ns");
    }
    this.periodNanos = periodNanos;
    this.pause = pause;
    this.clock = clock;
    this.turns = new long[calls];
  }

  /**
   * Returns a node's rate.
   *
   * @param calls how many may begin in any period
   */
  static Rate of(String node, int calls, long periodNanos) {
    return new Rate(node, calls, periodNanos, Attempts::sleep, System::nanoTime);
  }

  /** Takes the next turn, and returns how long there is to wait for it, in nanoseconds. */
  synchronized long take() {
    long now = clock.getAsLong();
    int place = (int) (taken % turns.length);
    long wait = taken < turns.length ? 0 : Math.max(0, turns[place] + periodNanos - now);
    turns[place] = now + wait;
    taken++;
    return wait;
  }

  /**
   * Takes the next turn, and waits for it on this thread.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void await() throws InterruptedException {
    long wait = take();
    if (wait > 0) {
      Wanted.require("its turn");
      pause.nanos(wait);
    }
  }
}
