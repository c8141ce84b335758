package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Waits for what asynchronous nodes return. */
public final class Async {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");

  private Async() {}

  /**
   * Returns what a stage comes to, or throws what it failed with, as the node had it: as it is and
   * without the wrappings of futures. Where the thread is interrupted while it waits, the stage is
   * cancelled, if it is a future, and that is thrown as it is. All exceptions are undeclared.
   *
   * @throws NullResultException if there is no stage
   */
  public static <T extends @Nullable Object> T join(
      String node, @Nullable CompletionStage<? extends T> stage) {
    CompletionStage<? extends T> started = notNull(node, stage);
    // Not the stage's own future: not every stage has one, and those wrap what they throw.
    CompletableFuture<Ended<T>> end = new CompletableFuture<>();
    started.whenComplete(
        (result, failure) ->
            end.complete(new Ended<>(result, failure == null ? null : unwrapped(failure))));
    try {
      return end.get().get();
    } catch (InterruptedException interrupted) {
      cancel(started);
      throw Rethrow.unchecked(interrupted);
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible); // it is only ever completed with a value
    }
  }

  /**
   * Returns the stage that a node returned.
   *
   * @throws NullResultException if there is none
   */
  static <T extends @Nullable Object> CompletionStage<? extends T> notNull(
      String node, @Nullable CompletionStage<? extends T> stage) {
    if (stage == null) {
      throw NullResultException.ofStage(node);
    }
    return stage;
  }

  /** Cancels a stage, if it is a future that can be. */
  static void cancel(CompletionStage<?> stage) {
    if (stage instanceof Future<?> future) {
      try {
        future.cancel(true);
      } catch (UnsupportedOperationException noFuture) {
        // CompletableFuture.minimalCompletionStage() is one by its class, and refuses to be one
      } catch (RuntimeException refused) {
        LOGGER.log(Level.DEBUG, "a future could not be cancelled", refused);
      }
    }
  }

  /** How a call has ended: with the node's failure as the node had it, or else with a result. */
  record Ended<T extends @Nullable Object>(T result, @Nullable Throwable failure) {
    T get() {
      if (failure != null) {
        throw Rethrow.unchecked(failure);
      }
      return result;
    }
  }

  /** Returns a stage's failure without the wrappings of futures. */
  static Throwable unwrapped(Throwable failure) {
    Throwable current = failure;
    while (current instanceof CompletionException || current instanceof ExecutionException) {
      Throwable cause = current.getCause();
      if (cause == null) {
        return current;
      }
      current = cause;
    }
    return current;
  }
}
