package dev.millrace.runtime.spi;

import dev.millrace.runtime.CancelledException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a run that are under way, as many at once as there are permits. A call has its
 * permit from before its first attempt until it has ended and no thread is in it; where it has an
 * instance to itself, until nothing of it is at work. So long it has those of the devices that it
 * occupies.
 */
final class UnderWay {
  private final @Nullable Leases leases;
  private final @Nullable Held<?>[] held;
  private final boolean exclusive;
  private final Alarm alarm;
  private final Executor threads;
  private final @Nullable ClassLoader contextClassLoader =
      Thread.currentThread().getContextClassLoader();
  private final @Nullable Holder caller = Errand.current();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<Pending<?>> calls = Collections.newSetFromMap(new IdentityHashMap<>());
  private int free;
  private boolean closed;

  /**
   * Makes it for a run.
   *
   * @param leases what has the run's resources, which last until no call is at work; or null
   * @param held what the calls read: they occupy its devices
   */
  UnderWay(
      int permits,
      @Nullable Leases leases,
      Alarm alarm,
      Executor threads,
      @Nullable Held<?>... held) {
    if (permits < 1) {
      throw new IllegalArgumentException("no call can begin with " + permits + " permits");
    }
    this.free = permits;
    this.leases = leases;
    this.held = held.clone();
    this.exclusive = Held.anyLeased(held);
    this.alarm = alarm;
    this.threads = threads;
  }

  static UnderWay of(int permits, @Nullable Leases leases, @Nullable Held<?>... held) {
    return new UnderWay(permits, leases, Alarm.SHARED, CallThreads::execute, held);
  }

  /**
   * Makes the first attempt of a call on this thread, once there is a permit and it is its turn.
   */
  <T extends @Nullable Object> Pending<T> start(StageCall<T> call) throws InterruptedException {
    begin(call, call.terms.rate());
    call.attempt();
    return call;
  }

  /** Makes a call on a thread of its own, once there is a permit. */
  <T extends @Nullable Object> Pending<T> start(ThreadCall<T> call) throws InterruptedException {
    begin(call, null);
    try {
      execute(call::make);
    } catch (Throwable noThread) {
      call.cancel(noThread);
    }
    return call;
  }

  private void begin(Pending<?> call, @Nullable Rate rate) throws InterruptedException {
    take(call.terms.node());
    DeviceCall devices = DeviceCall.none();
    try {
      devices = DeviceCall.of(held);
      if (rate != null) {
        rate.await();
      }
      add(call, devices);
    } catch (Throwable ended) {
      devices.giveBack();
      giveBack();
      throw ended;
    }
  }

  private void take(String node) throws InterruptedException {
    lock.lock(); // an interrupt counts where there is something to wait for
    try {
      if (free == 0 && !closed) {
        Wanted.require("another call of \"" + node + "\"");
      }
      while (free == 0 && !closed) {
        changed.await();
      }
      requireOpen(node);
      free--;
    } finally {
      lock.unlock();
    }
  }

  private void add(Pending<?> call, DeviceCall devices) {
    lock.lock();
    try {
      requireOpen(call.terms.node());
      calls.add(call);
    } finally {
      lock.unlock();
    }
    if (leases != null) {
      call.afterWork(use(leases));
    }
    if (devices != DeviceCall.none()) {
      call.devices = devices;
      call.afterWork(devices::giveBack);
    }
  }

  /** Keeps a run's resources for a call, and returns what lets go of them. */
  private static Runnable use(Leases leases) {
    leases.use();
    LaneLeases lane = LaneLeases.ofRun(leases);
    if (lane == null) {
      return leases::done;
    }
    lane.use();
    return () -> {
      lane.giveBack();
      leases.done();
    };
  }

  private void requireOpen(String node) {
    if (closed) {
      throw new CancelledException(node);
    }
  }

  /** Notes that a call has ended, and that no thread is in it. */
  void leave(Pending<?> call) {
    lock.lock();
    try {
      calls.remove(call);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns whether a call keeps its permit until nothing of it is at work: it has an instance to
   * itself.
   */
  boolean isExclusive() {
    return exclusive;
  }

  /** Takes a permit back. */
  void giveBack() {
    lock.lock();
    try {
      free++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many calls there are now. */
  int inFlight() {
    lock.lock();
    try {
      return calls.size();
    } finally {
      lock.unlock();
    }
  }

  Alarm.Armed after(long nanos, Runnable bell) {
    return alarm.after(nanos, bell);
  }

  /** Runs something of a call on a thread of its own, which is then as the run's is. */
  void execute(Runnable work) {
    threads.execute(
        () -> {
          Thread thread = Thread.currentThread();
          ClassLoader own = thread.getContextClassLoader();
          thread.setContextClassLoader(contextClassLoader);
          try {
            Errand.run(caller, work::run);
          } finally {
            thread.setContextClassLoader(own);
          }
        });
  }

  /**
   * Cancels every call, lets none begin any more, and waits until no thread is in one. The threads
   * are interrupted; this one is not heard meanwhile.
   */
  void close() {
    List<Pending<?>> all;
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      all = List.copyOf(calls);
    } finally {
      lock.unlock();
    }
    all.forEach(call -> call.cancel(new CancelledException(call.terms.node())));
    lock.lock();
    try {
      while (!calls.isEmpty()) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
