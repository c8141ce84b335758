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
    begin();
    try {
      while (!condition.getAsBoolean()) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
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
    begin();
    try {
      while (!condition.getAsBoolean()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        LockSupport.park(this);
      }
    } finally {
      waiting = null;
    }
  }

  private void begin() {
    waiting = Thread.currentThread();
    VarHandle.fullFence();
  }

  /** Lets the thread that waits look again. */
  void open() {
    VarHandle.fullFence();
    Thread thread = waiting;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }
}
