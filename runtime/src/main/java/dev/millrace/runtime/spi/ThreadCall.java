package dev.millrace.runtime.spi;

import dev.millrace.runtime.CancelledException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A call of a node that waits, on a thread of its own from its first attempt to its last. */
final class ThreadCall<T extends @Nullable Object> extends Pending<T> {
  private final Callable<? extends T> call;
  private @Nullable Watch watch; // guarded by this

  ThreadCall(Terms terms, UnderWay around, Callable<? extends T> call) {
    super(0, terms, around);
    this.call = call;
  }

  /** Makes the call on this thread. */
  void make() {
    if (!enter()) {
      return;
    }
    Watch mine = new Watch(Thread.currentThread());
    synchronized (this) {
      watch = mine;
    }
    Async.Ended<T> how;
    try {
      how = new Async.Ended<T>(Wanted.until(this::isOver, () -> terms.<T>call(this::once)), null);
    } catch (Throwable thrown) {
      how = new Async.Ended<T>(Slots.none(), thrown);
    }
    mine.end(how.failure());
    leave(true);
    end(how);
  }

  /** A node that answers an interrupt with a failure of its own is not to be tried again. */
  private T once() throws Exception {
    if (isOver()) {
      throw new CancelledException(terms.node());
    }
    return devices.inside(call);
  }

  @Override
  void abandon() {
    Watch running;
    synchronized (this) {
      running = watch;
    }
    if (running != null) {
      running.run();
    }
  }
}
