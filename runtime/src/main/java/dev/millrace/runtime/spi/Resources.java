package dev.millrace.runtime.spi;

import dev.millrace.runtime.DevicePermits;
import dev.millrace.runtime.NoFreeInstanceException;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Resource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one pipeline. Each is opened on its first use, exactly once; of those that runs
 * do not share, each run leases an instance from a pool.
 *
 * <pre>
 *   begin -> Leases --hold--> Held --get--> shared: the pipeline's instance
 *                                           per worker: the pool's, until Leases is closed
 * </pre>
 *
 * <p>All that was opened is closed in the reverse order. Runs that are still at work then are told
 * at their next use of a resource that the pipeline is closed; what they might be using is closed
 * when the last of them ends, by its thread: a model is never closed under a call, save one that
 * goes on after its stage was cancelled.
 */
public final class Resources implements AutoCloseable {
  private final String pipeline;
  private final Map<String, DevicePermits> devices;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Resource<?>, Instance<?>> shared = new HashMap<>();
  private final Map<Resource<?>, Pool<?>> pools = new HashMap<>();
  private final Turns turns = new Turns();
  private final Opened opened = new Opened();
  private int runs;
  private volatile boolean closed;

  /** Makes the resources of a pipeline, none yet, with the limits of their devices. */
  public Resources(String pipeline, Setup setup) {
    this.pipeline = pipeline;
    this.devices = setup.devices();
  }

  /**
   * Begins a run.
   *
   * @throws PipelineClosedException if the pipeline is closed
   */
  public Leases begin() {
    return begin(null);
  }

  /**
   * Begins a run, which may be one of many.
   *
   * @param around what holds the resources that the many have in common; or null
   * @throws PipelineClosedException if the pipeline is closed
   */
  Leases begin(@Nullable Leases around) {
    return locked(
        () -> {
          requireOpen();
          runs++;
          return new Leases(this, around);
        });
  }

  /**
   * Closes all that was opened, the last opened first, and opens nothing more. A failure to close
   * something is thrown when all is done, as it is; further ones are suppressed in it.
   */
  @Override
  public void close() {
    boolean last =
        locked(
            () -> {
              boolean first = !closed;
              closed = true;
              changed.signalAll();
              return first && runs == 0;
            });
    if (last) {
      rethrow(opened.close(null));
    }
  }

  /** Ends a run: takes its leases back, and throws what failed. */
  void end(Collection<Lease<?>> leases, @Nullable Throwable failure) {
    boolean last =
        locked(
            () -> {
              leases.forEach(Lease::giveBack);
              grant();
              runs--;
              return closed && runs == 0;
            });
    rethrow(last ? opened.close(failure) : failure);
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure != null) {
      throw Rethrow.unchecked(failure);
    }
  }

  void requireOpen() {
    if (closed) {
      throw closed();
    }
  }

  PipelineClosedException closed() {
    return RunEnd.of(new PipelineClosedException(pipeline));
  }

  /** Returns whether the pipeline has an instance of a resource for all its runs. */
  boolean has(Resource<?> resource) {
    return locked(() -> shared.containsKey(resource));
  }

  /** Returns the instance of a resource for all runs; a live one is not remembered. */
  @SuppressWarnings("unchecked") // a resource has an instance of its own type
  <T> Instance<T> shared(Resource<T> resource) {
    if (resource.isLive()) {
      return new Instance<>(resource, this, opened);
    }
    return locked(
        () ->
            (Instance<T>)
                shared.computeIfAbsent(resource, added -> new Instance<>(added, this, opened)));
  }

  /** Returns the pool of a resource. */
  @SuppressWarnings("unchecked") // a resource has a pool of its own type
  <T> Pool<T> pool(Resource<T> resource, int maxInstances) {
    return locked(
        () ->
            (Pool<T>)
                pools.computeIfAbsent(
                    resource,
                    added ->
                        new Pool<T>(
                            resource, maxInstances, () -> new Instance<>(resource, this, opened))));
  }

  /**
   * Takes for a further lane of a run another instance of each of its leases, and for the run its
   * own, if they are free and nobody waits for one; else returns null. A lane does not wait: that
   * for which it would have to may wait for its run.
   */
  @Nullable LaneLeases another(Leases run, Set<Lease<?>> leases) {
    return locked(
        () -> {
          for (Lease<?> each : leases) {
            Pool<?> pool = each.pool();
            if (pool == null || !pool.hasFree(each.isTaken() ? 1 : 2) || turns.isWanted(pool)) {
              return null;
            }
          }
          leases.stream().filter(each -> !each.isTaken()).forEach(Lease::take);
          return new LaneLeases(run, leases);
        });
  }

  /** Returns whether a run waits for an instance of the pool of one of some leases. */
  boolean isWanted(Collection<Lease<?>> leases) {
    return !leases.isEmpty()
        && locked(
            () ->
                leases.stream()
                    .map(Lease::pool)
                    .anyMatch(pool -> pool != null && turns.isWanted(pool)));
  }

  /** Takes leases back. */
  void giveBack(Collection<Lease<?>> leases) {
    locked(
        () -> {
          leases.forEach(Lease::giveBack);
          grant();
          return null;
        });
  }

  /**
   * Takes those leases of a run that are not taken, all together, when it is their turn.
   *
   * @throws NoFreeInstanceException if it would never be
   */
  void take(Leases run, List<Lease<?>> leases) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Turns.Turn turn = new Turns.Turn(run, leases);
      turns.add(turn);
      try {
        grant();
        turns.refuse(turn);
        if (!turn.isGranted()) {
          Wanted.require("its instances");
        }
        while (!turn.isGranted()) {
          run.requireOpen();
          changed.await();
        }
      } finally {
        if (!turn.isGranted()) {
          turns.remove(turn);
          grant();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a permit, as runs do for instances. */
  DevicePermits.Ticket permit(Leases run, DevicePermits permits) throws InterruptedException {
    DevicePermits.Ticket ticket = permits.ask(this::changed);
    try {
      if (!ticket.isGranted()) {
        await(run, ticket);
      }
      return ticket;
    } catch (Throwable ended) {
      ticket.giveBack();
      throw ended;
    }
  }

  private void await(Leases run, DevicePermits.Ticket ticket) throws InterruptedException {
    Wanted.require("a permit of its device");
    lock.lockInterruptibly();
    try {
      while (!ticket.isGranted()) {
        run.requireOpen();
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void changed() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the limits, by device. */
  Map<String, DevicePermits> devices() {
    return devices;
  }

  private void grant() {
    turns.grant();
    changed.signalAll();
  }

  /** Returns what is worked out under the lock. */
  <T extends @Nullable Object> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
