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
    TimeUnit.NANOSECONDS.sleep(longer(nanos));
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
    long wait = backoffNanos;
    while (true) {
      try {
        return call.call();
      } catch (Throwable thrown) {
        if (before.size() + 1 < attempts && isWorthAnother(thrown)) {
          before.add((Exception) thrown);
        } else {
          throw last(thrown, before);
        }
      }
      try {
        if (Thread.interrupted()) {
          throw new InterruptedException("before another attempt of \"" + node + "\"");
        }
        pause.nanos(wait);
      } catch (InterruptedException interrupted) {
        throw last(interrupted, before);
      }
      wait = Math.min(wait, LONGEST / 2) * 2;
    }
  }

  private boolean isWorthAnother(Throwable thrown) {
    return thrown instanceof Exception
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

  private static RuntimeException last(Throwable thrown, List<Exception> before) {
    for (Exception each : before) {
      Suppressed.add(thrown, each);
    }
    throw Rethrow.unchecked(thrown);
  }
}
