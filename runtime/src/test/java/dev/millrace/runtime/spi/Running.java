package dev.millrace.runtime.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;

/** A thread of a test. */
public final class Running<T> {
  private final FutureTask<T> task;
  private final Thread thread;

  private Running(FutureTask<T> task) {
    this.task = task;
    this.thread = new Thread(task, "test");
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts one. */
  public static <T> Running<T> start(Callable<T> work) {
    return new Running<>(new FutureTask<>(work));
  }

  /** Runs as many at once, each from the same moment on, and returns their results. */
  public static <T> List<T> together(int threads, IntFunction<Callable<T>> work) throws Exception {
    CountDownLatch ready = new CountDownLatch(threads);
    List<Running<T>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Callable<T> mine = work.apply(i);
      running.add(
          start(
              () -> {
                ready.countDown();
                ready.await();
                return mine.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Running<T> each : running) {
      results.add(each.join());
    }
    return results;
  }

  /** Returns its result, or throws what it threw. */
  public T join() throws Exception {
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw Rethrow.<RuntimeException>unchecked(failure.getCause());
    }
  }

  /** Returns once the thread waits for something. */
  public Running<T> waits() {
    return isIn(Thread.State.WAITING);
  }

  /** Returns once the thread waits for something, but not for ever. */
  public Running<T> lingers() {
    return isIn(Thread.State.TIMED_WAITING);
  }

  private Running<T> isIn(Thread.State state) {
    while (thread.getState() != state) {
      if (!thread.isAlive()) {
        throw new AssertionError("it has ended without waiting");
      }
      Thread.onSpinWait();
    }
    return this;
  }

  /** Returns whether it has ended. */
  public boolean isDone() {
    return task.isDone();
  }

  /** Interrupts it. */
  public void interrupt() {
    thread.interrupt();
  }
}
