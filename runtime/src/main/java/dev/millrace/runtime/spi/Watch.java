package dev.millrace.runtime.spi;

import dev.millrace.runtime.exec.StageThreads;
import org.jspecify.annotations.Nullable;

/** Watches over one call: interrupts its thread when the time is over, and never after its end. */
final class Watch implements Runnable {
  private final Thread caller;
  private boolean ended;
  private boolean fired;
  private boolean interruptedBefore;

  Watch(Thread caller) {
    this.caller = caller;
  }

  /** The time is over. */
  @Override
  public synchronized void run() {
    if (!ended) {
      fired = true;
      interruptedBefore = caller.isInterrupted();
      caller.interrupt();
    }
  }

  /** Returns whether the time was over before the call's end. */
  synchronized boolean hasFired() {
    return fired;
  }

  /**
   * Ends the call, on its thread, and returns whether the time was over. Then the interrupt is
   * taken back, unless it is another: one that was there before, or that came after an
   * InterruptedException had answered this one, or by which a run has told its stages to end.
   *
   * @param thrown what the call threw, or null
   */
  synchronized boolean end(@Nullable Throwable thrown) {
    ended = true;
    if (fired) {
      boolean pending = Thread.interrupted();
      if (interruptedBefore
          || (pending && thrown instanceof InterruptedException)
          || StageThreads.isCancelled()) {
        caller.interrupt();
      }
    }
    return fired;
  }
}
