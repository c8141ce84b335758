package dev.millrace.runtime.exec;

import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where one thread waits until something holds. Whoever makes it hold opens the gate afterwards.
 *
 * <p>No opening is lost. The waiting thread says that it waits, and looks again; the opening one
 * has written, and looks whether somebody waits. A full fence stands between the two steps on both
 * sides, so at least one of them sees what the other did.
 *
 * <p>Who opens takes the note away that somebody waits, and wakes that thread, which notes it again
 * if it has to: waking is dear, and between that and its looking many may open the gate.
 */
final class Gate {
  private volatile @Nullable Thread waiting;

  /**
   * Waits, whether the thread is interrupted or not, and returns whether it was. The interrupt is
   * taken from it, since a thread that keeps one cannot park.
   */
  boolean await(BooleanSupplier condition) {
    boolean interrupted = false;
    if (condition.getAsBoolean()) {
      return interrupted;
    }
    try {
      while (!condition.getAsBoolean()) {
        if (waiting == null) {
          begin();
        } else {
          LockSupport.park(this);
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      waiting = null;
    }
    return interrupted;
  }

  /**
   * Waits.
   *
   * @throws InterruptedException if the thread is interrupted before the condition holds
   */
  void awaitInterruptibly(BooleanSupplier condition) throws InterruptedException {
    if (condition.getAsBoolean()) {
      return;
    }
    try {
      while (!condition.getAsBoolean()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (waiting == null) {
          begin();
        } else {
          LockSupport.park(this);
        }
      }
    } finally {
      waiting = null;
    }
  }

  /** Notes that this thread waits; then it has to look again. */
  private void begin() {
    waiting = Thread.currentThread();
    VarHandle.fullFence();
  }

  /** Lets the thread that waits look again. */
  void open() {
    VarHandle.fullFence();
    Thread thread = waiting;
    if (thread != null) {
      waiting = null;
      LockSupport.unpark(thread); // after that, or the thread might miss that it is noted no more
    }
  }
}
