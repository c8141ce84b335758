package dev.millrace.runtime.spi;

import dev.millrace.runtime.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How often a node is called where it fails: its {@code @Retry}. Any number of threads may use it.
 */
public final class Attempts {
  private static final long LONGEST = 1L << 61;

  private final String node;
  private final int attempts;
  private final long backoffNanos;
  private final Class<?>[] on;
  private final Class<?>[] notOn;
  private final Pause pause;

  /** Waits between two attempts; tests do not. */
  @FunctionalInterface
  interface Pause {
    void nanos(long nanos) throws InterruptedException;
  }

  Attempts(
      String node, int attempts, long backoffNanos, Class<?>[] on, Class<?>[] notOn, Pause pause) {
    if (attempts < 1 || backoffNanos < 0) {
      throw new IllegalArgumentException(
          "\"" + node + "\" cannot have " + attempts + " attempts, " + backoffNanos + "ns apart");
    }
    this.node = node;
    this.attempts = attempts;
    this.backoffNanos = Math.min(backoffNanos, LONGEST);
    this.on = on.clone();
    this.notOn = notOn.clone();
    this.pause = pause;
  }

  /**
   * Returns a node's policy.
   *
   * @param attempts how often it is called at most, the first call included
   * @param backoffNanos how long to wait before the second attempt; each later wait is twice as
   *     long, and each is longer by a random part, up to a half, so that many who failed together
   *     do not come back together; 0 for no wait
   * @param on what is worth another attempt
   * @param notOn what of that is not
   */
  public static Attempts of(
      String node, int attempts, long backoffNanos, Class<?>[] on, Class<?>[] notOn) {
    return new Attempts(node, attempts, backoffNanos, on, notOn, Attempts::pause);
  }

  private static void pause(long nanos) throws InterruptedException {
    sleep(longer(nanos));
  }

  static void sleep(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos);
  }

  /** Returns a time that is longer by up to a half. */
  static long longer(long nanos) {
    return nanos + ThreadLocalRandom.current().nextLong(nanos / 2 + 1);
  }

  /**
   * Calls the node until it returns, and returns that; or throws what the last attempt threw, as it
   * is, with what those before threw suppressed in it. An interrupt, a cancellation and an error
   * are thrown at once.
   */
  public <T extends @Nullable Object> T call(Callable<T> call) {
    List<Exception> before = new ArrayList<>(0);
    while (true) {
      try {
        return call.call();
      } catch (Throwable thrown) {
        if (isWorthAnother(thrown, before.size())) {
          before.add((Exception) thrown);
        } else {
          throw Rethrow.unchecked(last(thrown, before));
        }
      }
      try {
        if (Thread.interrupted()) {
          throw new InterruptedException("before another attempt of \"" + node + "\"");
        }
        Wanted.require("another attempt of \"" + node + "\"");
        pause.nanos(backoff(before.size()));
      } catch (InterruptedException interrupted) {
        throw Rethrow.unchecked(last(interrupted, before));
      }
    }
  }

  /** Returns how long to wait after so many attempts, without the random part. */
  long backoff(int failed) {
    long wait = backoffNanos;
    for (int i = 1; i < failed && wait > 0 && wait < LONGEST; i++) {
      wait = Math.min(wait, LONGEST / 2) * 2;
    }
    return wait;
  }

  /**
   * Returns whether to call the node again.
   *
   * @param thrown what it has thrown now
   * @param failed how many attempts had failed before
   */
  boolean isWorthAnother(Throwable thrown, int failed) {
    return failed + 1 < attempts
        && thrown instanceof Exception
        && !(thrown instanceof InterruptedException)
        && !(thrown instanceof CancellationException)
        && !(thrown instanceof CancelledException)
        && isAny(on, thrown)
        && !isAny(notOn, thrown);
  }

  private static boolean isAny(Class<?>[] types, Throwable thrown) {
    for (Class<?> type : types) {
      if (type.isInstance(thrown)) {
        return true;
      }
    }
    return false;
  }

  /** Returns what the last attempt failed with, with what those before did suppressed in it. */
  static Throwable last(Throwable thrown, List<Exception> before) {
    for (Exception each : before) {
      Suppressed.add(thrown, each);
    }
    return thrown;
  }
}
