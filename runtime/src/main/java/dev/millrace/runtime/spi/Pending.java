package dev.millrace.runtime.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A call of a node that is under way. It ends once, with the first of: the node's value, its
 * failure, its time, its cancellation. What comes after that is not looked at.
 *
 * @param <T> what the node produces
 */
public abstract sealed class Pending<T extends @Nullable Object> permits StageCall, ThreadCall {
  final Terms terms;
  private final long since;
  final UnderWay around;

  /** What the call has of devices while it is made; set before its first attempt. */
  DeviceCall devices = DeviceCall.none();

  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Async.@Nullable Ended<T> end;
  private boolean over; // guarded by this, as are those below
  private boolean left;
  private boolean freed;
  private int inside;
  private int atWork;
  private long endedAt;
  private final List<Runnable> afterWork = new ArrayList<>(0);

  Pending(long since, Terms terms, UnderWay around) {
    this.since = since;
    this.terms = terms;
    this.around = around;
  }

  /**
   * Returns the stage that ends as the call does, with the node's failure as the node had it. It
   * belongs to the call: nobody else completes it.
   */
  public final CompletionStage<T> stage() {
    return result;
  }

  /**
   * Waits until the call ends, and returns the node's value, or throws what the call failed with,
   * as it is. Where the thread is interrupted meanwhile, that is thrown as it is, and the call goes
   * on until who started it ends it. All exceptions are undeclared.
   */
  public final T join() {
    try {
      if (ended.getCount() > 0) {
        Wanted.require("the end of \"" + terms.node() + "\"");
      }
      ended.await();
    } catch (InterruptedException interrupted) {
      throw Rethrow.unchecked(interrupted);
    }
    Async.Ended<T> known = end;
    if (known == null) {
      throw new AssertionError("the call of \"" + terms.node() + "\" has ended in nothing");
    }
    return known.get();
  }

  /**
   * Returns when a call that took as long as this one would have begun, had it ended now: its time
   * is its own, and not how long nobody asked for its value. 0 where nobody wants to know.
   */
  public final synchronized long since() {
    return since == 0 || !over ? since : since + (System.nanoTime() - endedAt);
  }

  /** Ends the call, if it has not ended, and whatever of it can be ended. */
  final void cancel(Throwable why) {
    end(new Async.Ended<T>(Slots.none(), why));
  }

  /** Ends the call: cancels what it waits for, and interrupts who is in the node's method. */
  abstract void abandon();

  /** Ends the call, unless it has ended. Those who wait for it are told last. */
  final void end(Async.Ended<T> how) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      endedAt = System.nanoTime();
    }
    abandon();
    end = how;
    look();
    ended.countDown();
    Throwable failure = how.failure();
    if (failure == null) {
      result.complete(how.result());
    } else {
      result.completeExceptionally(failure);
    }
  }

  final synchronized boolean isOver() {
    return over;
  }

  /** Notes that this thread is about to call the node; returns whether it is still to do so. */
  final synchronized boolean enter() {
    if (over) {
      return false;
    }
    inside++;
    atWork++;
    return true;
  }

  /** Notes that this thread has come back; what it started may still be at work. */
  final void leave(boolean isDone) {
    synchronized (this) {
      inside--;
      atWork -= isDone ? 1 : 0;
    }
    look();
  }

  /** Notes that something that a call had started is done. */
  final void done() {
    synchronized (this) {
      atWork--;
    }
    look();
  }

  /** Has something done, after the rest, once nothing of the call is at work any more. */
  final void afterWork(Runnable then) {
    synchronized (this) {
      afterWork.add(then);
    }
    look();
  }

  private void look() {
    boolean leaves;
    boolean frees;
    List<Runnable> then = List.of();
    synchronized (this) {
      leaves = over && inside == 0 && !left;
      left |= leaves;
      frees = left && !freed && (atWork == 0 || !around.isExclusive());
      freed |= frees;
      if (over && atWork == 0) {
        then = List.copyOf(afterWork);
        afterWork.clear();
      }
    }
    if (leaves) {
      around.leave(this);
    }
    if (frees) {
      around.giveBack();
    }
    then.forEach(Runnable::run);
  }
}
