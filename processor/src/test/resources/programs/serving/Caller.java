package serving;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** A thread that asks something. */
final class Caller {
  private final FutureTask<Object> task;
  final Thread thread;

  Caller(Callable<Object> question) {
    this.task = new FutureTask<>(() -> answer(question));
    this.thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  private static Object answer(Callable<Object> question) {
    try {
      return question.call();
    } catch (Exception thrown) {
      return thrown.getClass().getSimpleName();
    }
  }

  Object answer() throws Exception {
    return task.get();
  }

  /** Returns once it waits. */
  Caller waits() {
    while (thread.getState() != Thread.State.TIMED_WAITING
        && thread.getState() != Thread.State.WAITING) {
      if (!thread.isAlive()) {
        throw new AssertionError("it has ended without waiting");
      }
      Thread.onSpinWait();
    }
    return this;
  }
}
