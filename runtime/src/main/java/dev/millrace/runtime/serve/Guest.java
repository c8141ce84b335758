package dev.millrace.runtime.serve;

import java.util.List;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** A call at a gathering, and what becomes of it. Guarded by the gatherings' lock. */
final class Guest<R extends @Nullable Object> {
  /** What a guest is to do. */
  enum State {
    WAITS,
    /** It is first in the queue, and calls for those behind it; or does so already. */
    LEADS,
    /** Its leader is at work. */
    WAITS_FOR_RESULTS,
    HAS_RESULTS,
    CALLS_ALONE,
    /** Nobody leads any more. */
    IS_REFUSED,
    HAS_LEFT
  }

  private final Call<R> call;
  private final Condition changed;
  private final long arrived = System.nanoTime();
  private State state = State.WAITS;
  private @Nullable List<R> results;

  Guest(Call<R> call, Condition changed) {
    this.call = call;
    this.changed = changed;
  }

  Call<R> call() {
    return call;
  }

  State state() {
    return state;
  }

  /** Says what it is to do now. */
  void is(State next) {
    state = next;
    changed.signal();
  }

  /** Gives it its results. */
  void has(List<R> part) {
    results = part;
    is(State.HAS_RESULTS);
  }

  @Nullable List<R> results() {
    return results;
  }

  /** Lets it look again whether it is to wait any longer. */
  void wake() {
    changed.signal();
  }

  /** Waits until it is to do something. */
  void await() throws InterruptedException {
    while (state == State.WAITS || state == State.WAITS_FOR_RESULTS) {
      changed.await();
    }
  }

  /** Waits for a while, or until somebody wakes it; returns whether that may be done again. */
  boolean lingers(long nanos) throws InterruptedException {
    long left = arrived + nanos - System.nanoTime();
    return left > 0 && changed.awaitNanos(left) > 0;
  }
}
