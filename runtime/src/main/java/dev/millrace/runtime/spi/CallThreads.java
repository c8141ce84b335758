package dev.millrace.runtime.spi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Threads for calls that wait, a thread each: virtual ones where the JVM has them. Elsewhere they
 * are daemons, made when none is idle, that end when they were idle for ten seconds. Who starts
 * calls bounds how many there are; no call ever waits for the thread of another.
 */
final class CallThreads {
  private static final long IDLE_SECONDS = 10;

  private CallThreads() {}

  /** Runs work on a thread of its own. */
  static void execute(Runnable work) {
    Shared.THREADS.execute(work);
  }

  /** The threads; the class is loaded with the first call. */
  private static final class Shared {
    static final Executor THREADS = threads();

    private Shared() {}

    private static Executor threads() {
      Executor virtual = virtual();
      return virtual == null ? pool() : virtual;
    }
  }

  /** Returns virtual threads, as of JDK 21; null where there are none. */
  static @Nullable Executor virtual() {
    MethodHandle factory;
    try {
      factory =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
    } catch (NoSuchMethodException | IllegalAccessException older) {
      return null;
    }
    try {
      return (Executor) factory.invoke();
    } catch (UnsupportedOperationException preview) { // JDK 19 and 20, unless they are told
      return null;
    } catch (Throwable failure) {
      throw Rethrow.unchecked(failure);
    }
  }

  /** Returns threads as every JVM has them. */
  static ThreadPoolExecutor pool() {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> thread(work, "millrace-call-" + number.incrementAndGet()));
  }

  /** Returns a thread that has nothing of the one which happened to need it first. */
  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }
}
