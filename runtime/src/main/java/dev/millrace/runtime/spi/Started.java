package dev.millrace.runtime.spi;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous nodes that a single run has started: each where its inputs are there, so that
 * they overlap, though the run has but the caller's thread. To be closed with the run, before its
 * leases: what nobody has waited for is cancelled.
 */
public final class Started implements AutoCloseable {
  private final UnderWay calls;

  Started(UnderWay calls) {
    this.calls = calls;
  }

  /** Returns those of a run that has no resources: none yet. */
  public static Started none() {
    return new Started(UnderWay.of(Integer.MAX_VALUE, null));
  }

  /** Returns those of a run whose resources last until nothing that it started is at work. */
  public static Started with(Leases leases) {
    return new Started(UnderWay.of(Integer.MAX_VALUE, leases));
  }

  /** Returns those of a run that has some resources, if they are given: nulls are not. */
  public static Started holding(@Nullable Held<?>... held) {
    for (Held<?> each : held) {
      if (each != null) {
        return with(each.leases());
      }
    }
    return none();
  }

  /**
   * Starts a node on its terms, and returns its call. What it fails with is thrown by the join.
   *
   * @param since when the node began; 0 where nobody wants to know
   */
  public <T extends @Nullable Object> Pending<T> start(
      long since, Terms terms, Callable<? extends @Nullable CompletionStage<? extends T>> call) {
    StageCall<T> started = new StageCall<>(since, terms, calls, call);
    DeviceCall within = terms.attempts() == null ? null : DeviceCall.current();
    if (within != null) {
      started.devices = within; // also of attempts on other threads than this
    }
    try {
      return calls.start(started);
    } catch (InterruptedException interrupted) {
      throw Rethrow.unchecked(interrupted);
    }
  }

  /**
   * Returns the call of a node that was called on no terms.
   *
   * @param since when the node began; 0 where nobody wants to know
   */
  public <T extends @Nullable Object> Pending<T> add(
      long since, String node, @Nullable CompletionStage<? extends T> stage) {
    return start(since, Terms.of(node), () -> stage);
  }

  /** Cancels what is under way, and returns when no thread is in it. */
  @Override
  public void close() {
    calls.close();
  }
}
