package dev.millrace.runtime.spi;

import dev.millrace.runtime.NodeTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How long a call of a node may take: its {@code @Timeout}. Any number of threads may use it. */
public final class Deadline {
  private final String node;
  private final long nanos;
  private final Alarm alarm;

  Deadline(String node, long nanos, Alarm alarm) {
    if (nanos <= 0) {
      throw new IllegalArgumentException(
          "\"" + node + "\" needs some time, but this is " + nanos + "ns");
    }
    this.node = node;
    this.nanos = nanos;
    this.alarm = alarm;
  }

  /**
   * Returns a node's deadline.
   *
   * @param nanos the time of each call, at least 1
   */
  public static Deadline of(String node, long nanos) {
    return new Deadline(node, nanos, Alarm.SHARED);
  }

  /**
   * Calls the node on this thread, and returns what it returns in time or throws what it throws in
   * time, as it is. When the time is over the thread is interrupted.
   *
   * <p>That interrupt does not outlive the call; one by somebody else, before it or after the node
   * has answered it, does. Two that meet are one to the JVM: somebody else's that comes between it
   * and the answer is not seen, save that of a run which ends while the node is in a stage of it.
   *
   * @throws NodeTimeoutException if the time was over, whatever the node did then, unless that was
   *     an error
   */
  public <T extends @Nullable Object> T call(Callable<T> call) {
    return call(alarm, nanos, call, this::timeout);
  }

  /**
   * Makes a call on this thread, which is interrupted when the time is over, as {@link #call} does.
   *
   * @param late makes what is thrown then of what the call threw, if anything
   */
  static <T extends @Nullable Object> T call(
      Alarm alarm,
      long nanos,
      Callable<T> call,
      Function<@Nullable Throwable, ? extends RuntimeException> late) {
    Watch watch = new Watch(Thread.currentThread());
    Alarm.Armed armed = alarm.after(nanos, watch);
    T result;
    try {
      result = Wanted.until(watch::hasFired, call);
    } catch (Throwable thrown) {
      armed.disarm();
      boolean isOver = watch.end(thrown);
      throw Rethrow.unchecked(isOver && !(thrown instanceof Error) ? late.apply(thrown) : thrown);
    }
    armed.disarm();
    if (watch.end(null)) {
      throw late.apply(null);
    }
    return result;
  }

  long nanos() {
    return nanos;
  }

  /** Returns what says that the time was over, whatever the node threw then. */
  NodeTimeoutException timeout(@Nullable Throwable thrown) {
    return new NodeTimeoutException(node, Duration.ofNanos(nanos), thrown);
  }
}
