package dev.millrace.runtime.spi;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Rings after a time; in tests, when they say so. */
@FunctionalInterface
interface Alarm {
  /** One thread for the whole JVM, which is started with the first alarm and ends with the JVM. */
  Alarm SHARED = SharedTimer::after;

  /** Arms the alarm: the bell is rung once, unless it is disarmed before. */
  Armed after(long nanos, Runnable bell);

  /** An alarm that is armed. */
  @FunctionalInterface
  interface Armed {

    /** Lets go of the bell, which may be ringing. */
    void disarm();
  }

  /** The thread; the class is loaded with the first alarm. It holds what is armed, nothing else. */
  final class SharedTimer {
    static final ScheduledThreadPoolExecutor TIMER = timer();

    private SharedTimer() {}

    private static ScheduledThreadPoolExecutor timer() {
      ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, SharedTimer::thread);
      timer.setRemoveOnCancelPolicy(true);
      return timer;
    }

    /** Returns a thread that has nothing of the one which happened to come first. */
    private static Thread thread(Runnable work) {
      Thread thread = new Thread(null, work, "millrace-timer", 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      return thread;
    }

    private static Armed after(long nanos, Runnable bell) {
      Future<?> rung = TIMER.schedule(bell, nanos, TimeUnit.NANOSECONDS);
      return () -> rung.cancel(false);
    }
  }
}
