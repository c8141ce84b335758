package dev.millrace.runtime.exec;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that are lent to stages. None is there before the first is needed, none is kept waiting
 * for another to come back, and those that nobody has needed for ten seconds end.
 */
public final class StageThreads implements Executor, AutoCloseable {
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor pool;

  /**
   * @param pipeline what the threads are named after
   */
  public StageThreads(String pipeline) {
    AtomicInteger number = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> new StageThread(work, pipeline + "-stage-" + number.incrementAndGet()));
  }

  @Override
  public void execute(Runnable work) {
    pool.execute(work);
  }

  /** Sets what the current thread, if it is one that was lent, has to itself. */
  static void lend(Lent lent) {
    if (Thread.currentThread() instanceof StageThread thread) {
      thread.lent = lent;
    }
  }

  /** Returns what the current thread has to itself: nothing, where it is no lane's. */
  public static Lent lent() {
    return Thread.currentThread() instanceof StageThread thread ? thread.lent : Lent.NOTHING;
  }

  /** Returns whether the current thread is one that was lent. */
  public static boolean isCurrent() {
    return Thread.currentThread() instanceof StageThread;
  }

  /** Interrupts a thread, whose run is over; it knows so until it leaves its stage. */
  static void cancel(Thread thread) {
    if (thread instanceof StageThread stage) {
      stage.cancelled = true;
    }
    thread.interrupt();
  }

  /** Returns whether the current thread's run is over, so that its work is to end. */
  public static boolean isCancelled() {
    return Thread.currentThread() instanceof StageThread thread && thread.cancelled;
  }

  /** Returns whether the current thread has interrupted itself, and still is. */
  static boolean hasInterruptedItself() {
    return Thread.currentThread() instanceof StageThread thread
        && thread.interruptedItself
        && thread.isInterrupted();
  }

  /** Clears the current thread of interrupts, its own and others'. */
  static void clearInterrupts() {
    if (Thread.currentThread() instanceof StageThread thread) {
      thread.interruptedItself = false;
    }
    Thread.interrupted();
  }

  /** Says that the current thread leaves its stage. */
  static void leave() {
    if (Thread.currentThread() instanceof StageThread thread) {
      thread.cancelled = false;
    }
    clearInterrupts();
  }

  /** Lets the threads end once they have nothing to do. */
  @Override
  public void close() {
    pool.shutdown();
  }

  /** A thread that has nothing of the one which happened to need it first. */
  private static final class StageThread extends Thread {
    private Lent lent = Lent.NOTHING;
    private volatile boolean cancelled;
    private boolean interruptedItself; // its own to say and to ask

    StageThread(Runnable work, String name) {
      super(null, work, name, 0, false);
      setDaemon(true);
      setContextClassLoader(null);
    }

    @Override
    public void interrupt() {
      if (Thread.currentThread() == this) {
        interruptedItself = true;
      }
      super.interrupt();
    }
  }
}
