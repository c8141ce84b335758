package dev.millrace.runtime.exec;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

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

  /** Says that the current thread, if it is one that was lent, is a lane's, and which run's. */
  static void enter(Lent lent, StreamedRun<?> run) {
    if (Thread.currentThread() instanceof StageThread thread) {
      thread.lent = lent;
      thread.run = run;
    }
  }

  /** Says that it is no lane's any more. */
  static void leave() {
    if (Thread.currentThread() instanceof StageThread thread) {
      thread.lent = Lent.NOTHING;
      thread.run = null;
    }
  }

  /** Returns whether the current thread is a lane's whose run is to end. */
  public static boolean isStopped() {
    return Thread.currentThread() instanceof StageThread thread
        && thread.run != null
        && thread.run.isStopped();
  }

  /** Returns what the current thread has to itself: nothing, where it is no lane's. */
  public static Lent lent() {
    return Thread.currentThread() instanceof StageThread thread ? thread.lent : Lent.NOTHING;
  }

  /** Returns whether the current thread is one that was lent. */
  public static boolean isCurrent() {
    return Thread.currentThread() instanceof StageThread;
  }

  /** Lets the threads end once they have nothing to do. */
  @Override
  public void close() {
    pool.shutdown();
  }

  /** A thread that has nothing of the one which happened to need it first. */
  private static final class StageThread extends Thread {
    private Lent lent = Lent.NOTHING;
    private @Nullable StreamedRun<?> run;

    StageThread(Runnable work, String name) {
      super(null, work, name, 0, false);
      setDaemon(true);
      setContextClassLoader(null);
    }
  }
}
