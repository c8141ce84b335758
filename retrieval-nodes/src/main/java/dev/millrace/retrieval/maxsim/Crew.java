package dev.millrace.retrieval.maxsim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that help whoever scores. The caller works too and waits only for helpers that have
 * begun, so that many callers at once never wait for each other's work.
 */
final class Crew {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final long IDLE_SECONDS = 30;
  private static final ThreadPoolExecutor HELPERS = helpers();

  private Crew() {}

  /**
   * Runs the work on the caller and on as many helpers as make up the threads, no more than there
   * are cores. The work shares itself out: the first to run may leave nothing for the others.
   *
   * @throws RuntimeException whatever the work threw, on whichever thread
   */
  static void work(int threads, Runnable work) {
    List<Helper> helpers = new ArrayList<>();
    try {
      // Also where no thread can be had: those that came must be done before the caller leaves.
      for (int i = 1; i < Math.min(threads, CORES); i++) {
        Helper helper = new Helper(work);
        helpers.add(helper);
        HELPERS.execute(helper);
      }
      work.run();
    } finally {
      helpers.forEach(Helper::withdraw);
    }
    helpers.forEach(Helper::rethrow);
  }

  private static ThreadPoolExecutor helpers() {
    AtomicInteger number = new AtomicInteger();
    int size = Math.max(1, CORES - 1);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size,
            size,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "millrace-maxsim-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** The work on one more thread, if one comes to it in time. */
  private static final class Helper implements Runnable {
    private final Runnable work;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Throwable failure;

    private Helper(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      if (taken.compareAndSet(false, true)) {
        try {
          work.run();
        } catch (RuntimeException | Error e) {
          failure = e;
        } finally {
          ended.countDown();
        }
      }
    }

    /** Sees to it that the work is not running any more, and will not. */
    private void withdraw() {
      if (taken.compareAndSet(false, true)) {
        return;
      }
      boolean interrupted = false;
      while (true) {
        try {
          ended.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    private void rethrow() {
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
    }
  }
}
