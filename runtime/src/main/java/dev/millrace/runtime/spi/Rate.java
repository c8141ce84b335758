package dev.millrace.runtime.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How often a node may be called: its {@code @RateLimit}. Any number of threads may use it.
 *
 * <p>Of any so many and one calls, the last begins a period after the first at the earliest. So no
 * call waits that need not, and a service that counts in windows, wherever they begin, never counts
 * too many. A turn that nobody comes to is somebody else's, as long as it is to come.
 */
public final class Rate {
  private final long periodNanos;
  private final Attempts.Pause pause;
  private final LongSupplier clock;

  /** When the last so many turns were, or will be. Guarded by this. */
  private final long[] turns;

  private long taken; // guarded by this

  /** Turns that were given back. Guarded by this. */
  private final List<Long> free = new ArrayList<>(0);

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

  /** A turn: how long there was to wait for it, and when it is, by the clock. */
  record Turn(long in, long at) {}

  /** Takes the next turn. */
  synchronized Turn take() {
    long now = clock.getAsLong();
    free.removeIf(at -> at - now < 0); // a call that began later would be too near to those after
    if (!free.isEmpty()) {
      Long first = free.stream().min((a, b) -> Long.signum(a - b)).orElseThrow();
      free.remove(first);
      return new Turn(first - now, first);
    }
    int place = (int) (taken % turns.length);
    long wait = taken < turns.length ? 0 : Math.max(0, turns[place] + periodNanos - now);
    turns[place] = now + wait;
    taken++;
    return new Turn(wait, now + wait);
  }

  /** Takes a turn back that nobody comes to. */
  synchronized void giveBack(Turn turn) {
    free.add(turn.at());
  }

  /**
   * Takes the next turn, and waits for it on this thread.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void await() throws InterruptedException {
    Turn turn = take();
    if (turn.in() > 0) {
      try {
        Wanted.require("its turn");
        pause.nanos(turn.in());
      } catch (InterruptedException interrupted) {
        giveBack(turn);
        throw interrupted;
      }
    }
  }
}
