package dev.millrace.runtime.spi;

import dev.millrace.runtime.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A call of a node that returns a stage. Between attempts and until a stage completes no thread
 * waits: the next attempt and the end of its time are rung by the alarm, and run on a thread of
 * their own, for the node's code must not hold up the alarm, nor whoever completed the stage.
 */
final class StageCall<T extends @Nullable Object> extends Pending<T> {
  private final Callable<? extends @Nullable CompletionStage<? extends T>> call;
  private final List<Exception> before = new ArrayList<>(0); // guarded by this
  private @Nullable Attempt attempt; // guarded by this
  private Alarm.@Nullable Armed pause; // guarded by this
  private Rate.@Nullable Turn turn; // what it waits for; guarded by this

  /**
   * @param since when the node began; 0 where nobody wants to know
   */
  StageCall(
      long since,
      Terms terms,
      UnderWay around,
      Callable<? extends @Nullable CompletionStage<? extends T>> call) {
    super(since, terms, around);
    this.call = call;
  }

  /** Makes an attempt on this thread. */
  void attempt() {
    if (!enter()) {
      return;
    }
    Attempt made = new Attempt();
    synchronized (this) {
      pause = null;
      turn = null;
      attempt = made;
    }
    if (isOver()) {
      made.abandon();
      made.watch.end(null);
      leave(true);
      return;
    }
    made.make();
  }

  @Override
  void abandon() {
    Attempt made;
    Alarm.Armed armed;
    Rate.Turn waited;
    synchronized (this) {
      made = attempt;
      armed = pause;
      waited = turn;
      attempt = null;
      pause = null;
      turn = null;
    }
    if (armed != null) {
      armed.disarm();
    }
    Rate rate = terms.rate();
    if (waited != null && rate != null) {
      rate.giveBack(waited);
    }
    if (made != null) {
      made.abandon();
    }
  }

  private void failed(Throwable failure) {
    Attempts attempts = terms.attempts();
    List<Exception> others;
    boolean again;
    synchronized (this) {
      others = List.copyOf(before);
      again = attempts != null && attempts.isWorthAnother(failure, others.size());
      if (again) {
        before.add((Exception) failure);
      }
    }
    if (attempts == null || !again) {
      end(new Async.Ended<T>(Slots.none(), Attempts.last(failure, others)));
      return;
    }
    after(Attempts.longer(attempts.backoff(others.size() + 1)), this::turn);
  }

  /** Waits for its turn, which it takes only when it could begin: else it would be long over. */
  private void turn() {
    Rate rate = terms.rate();
    if (rate == null) {
      elsewhere();
      return;
    }
    Rate.Turn taken = rate.take();
    synchronized (this) {
      if (isOver()) {
        rate.giveBack(taken);
        return;
      }
      turn = taken;
    }
    after(taken.in(), this::elsewhere);
  }

  private void after(long wait, Runnable next) {
    if (wait == 0) {
      next.run();
      return;
    }
    synchronized (this) {
      if (!isOver()) {
        pause = around.after(wait, next);
      }
    }
  }

  private void elsewhere() {
    try {
      around.execute(this::attempt);
    } catch (Throwable noThread) {
      cancel(noThread);
    }
  }

  /** One call of the node's method, and the stage that it returned. It settles once. */
  private final class Attempt {
    private final Watch watch = new Watch(Thread.currentThread());
    private final @Nullable Deadline deadline = terms.deadline();
    private @Nullable CompletionStage<? extends T> stage; // guarded by this, as are those below
    private Alarm.@Nullable Armed time;
    private boolean late;
    private boolean abandoned;
    private boolean settled;
    private boolean completed;

    void make() {
      arm();
      CompletionStage<? extends T> returned;
      try {
        returned = Async.notNull(terms.node(), devices.inside(call));
      } catch (Throwable thrown) {
        boolean isOver = watch.end(thrown);
        leave(true);
        settle(isOver && !(thrown instanceof Error) ? tooLate(thrown) : thrown);
        return;
      }
      boolean isOver = watch.end(null);
      boolean unwanted;
      synchronized (this) {
        stage = returned;
        unwanted = isOver || late || abandoned;
      }
      leave(false);
      boolean fails = unwanted && settles(); // before the cancellation can be taken for its end
      if (unwanted) {
        Async.cancel(returned);
      }
      try {
        returned.whenComplete(this::completed);
      } catch (Throwable unusable) {
        completed(Slots.none(), unusable);
      }
      if (fails) {
        failed(tooLate(null));
      }
    }

    private void arm() {
      if (deadline == null) {
        return;
      }
      Alarm.Armed armed = around.after(deadline.nanos(), this::timeIsOver);
      boolean isSettled;
      synchronized (this) {
        time = armed;
        isSettled = settled;
      }
      if (isSettled) {
        armed.disarm();
      }
    }

    /** Some stages complete twice. */
    private void completed(T result, @Nullable Throwable failure) {
      synchronized (this) {
        if (completed) {
          return;
        }
        completed = true;
        stage = null; // it has ended: there is nothing to cancel
      }
      done();
      if (failure != null) {
        settle(Async.unwrapped(failure));
      } else if (settles()) {
        end(new Async.Ended<T>(result, null));
      }
    }

    /** Rung by the alarm, on whose thread nothing of the node's is to run. */
    private void timeIsOver() {
      watch.run();
      CompletionStage<? extends T> waited;
      synchronized (this) {
        late = true;
        waited = stage;
      }
      if (waited == null) {
        return; // who is in the method, or has just come back, sees to it
      }
      try {
        around.execute(() -> timeIsOver(waited));
      } catch (Throwable noThread) {
        timeIsOver(waited);
      }
    }

    private void timeIsOver(CompletionStage<? extends T> waited) {
      if (settles()) {
        Async.cancel(waited);
        failed(tooLate(null));
      }
    }

    /** Returns the failure of an attempt whose time is over; of another nobody asks. */
    private Throwable tooLate(@Nullable Throwable thrown) {
      return deadline == null ? new CancelledException(terms.node()) : deadline.timeout(thrown);
    }

    private void settle(Throwable failure) {
      if (settles()) {
        failed(failure);
      }
    }

    /** Settles it, and returns whether it had not settled before. */
    private boolean settles() {
      Alarm.Armed armed;
      synchronized (this) {
        if (settled) {
          return false;
        }
        settled = true;
        armed = time;
      }
      if (armed != null) {
        armed.disarm();
      }
      return true;
    }

    /** Nobody waits for it any more. */
    void abandon() {
      settles();
      CompletionStage<? extends T> started;
      synchronized (this) {
        abandoned = true;
        started = stage;
      }
      watch.run();
      if (started != null) {
        Async.cancel(started);
      }
    }
  }
}
