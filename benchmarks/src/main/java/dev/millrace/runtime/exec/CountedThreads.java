package dev.millrace.runtime.exec;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for stages, which are kept, and of which it is known what they have spent. */
final class CountedThreads implements Executor, AutoCloseable {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final ExecutorService pool =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "lane");
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
          });

  /** Returns what these threads and the current one have spent since they began. */
  Spent soFar() {
    Spent sum = soFar(Thread.currentThread());
    for (Thread thread : threads) {
      Spent other = soFar(thread);
      sum =
          new Spent(
              sum.cpuNanos() + other.cpuNanos(), sum.wallNanos(), sum.bytes() + other.bytes());
    }
    return sum;
  }

  private static Spent soFar(Thread thread) {
    long id = thread.getId();
    return new Spent(
        THREADS.getThreadCpuTime(id), System.nanoTime(), THREADS.getThreadAllocatedBytes(id));
  }

  @Override
  public void execute(Runnable work) {
    pool.execute(work);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
