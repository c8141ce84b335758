package dev.millrace.runtime.serve;

import dev.millrace.runtime.BatchSizeException;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.PipelineClosedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The gatherings of one pipeline that is served. Any number of threads may use it. */
public final class Gatherings implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");
  private static final ThreadLocal<Boolean> LEADING = ThreadLocal.withInitial(() -> false);

  private final String pipeline;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Gathering<?>> gatherings = new HashMap<>(); // guarded by the lock
  private final Set<String> failed = ConcurrentHashMap.newKeySet(0);
  private boolean closed; // guarded by the lock

  /** Makes the gatherings of a pipeline: none yet. */
  public Gatherings(String pipeline) {
    this.pipeline = pipeline;
  }

  /** Returns whether the current thread is at work for others, so that it must not wait for any. */
  public static boolean isLeading() {
    return LEADING.get();
  }

  /**
   * Makes a call, together with those of others that are there, or alone where nobody is. Returns
   * its results, which are not checked where it was alone, or throws what it fails with by itself.
   *
   * @throws InterruptedException if the thread is interrupted while it waits for others
   * @throws PipelineClosedException if this is closed, now or while it waits for its turn
   */
  public <R extends @Nullable Object> @Nullable List<? extends R> call(Call<R> call)
      throws Throwable {
    if (Thread.currentThread().isInterrupted()) {
      return call.alone().call(); // what comes of that is nobody else's business
    }
    Guest<R> guest = new Guest<>(call, lock.newCondition());
    Gathering<R> gathering;
    List<Guest<R>> batch = List.of();
    lock.lock();
    try {
      gathering = at(call);
      gathering.add(guest);
      try {
        gathering.await(guest);
      } catch (InterruptedException interrupted) {
        gathering.leave(guest);
        forgetIfIdle(call, gathering);
        throw interrupted;
      }
      if (guest.state() == Guest.State.LEADS) {
        batch = gathering.take();
      }
    } finally {
      lock.unlock();
    }
    if (guest.state() == Guest.State.IS_REFUSED) {
      throw new PipelineClosedException(pipeline);
    }
    if (guest.state() == Guest.State.CALLS_ALONE) {
      return call.alone().call();
    }
    return batch.isEmpty() ? guest.results() : lead(gathering, guest, batch);
  }

  /** Refuses calls that wait for their turn, and all that come. It waits for nobody. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      gatherings.values().forEach(Gathering::close);
      gatherings.values().removeIf(Gathering::isIdle);
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many gatherings there are. */
  int size() {
    lock.lock();
    try {
      return gatherings.size();
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many calls of a key wait for their turn or for their results. */
  int waiting(Key key) {
    lock.lock();
    try {
      Gathering<?> gathering = gatherings.get(key);
      return gathering == null ? 0 : gathering.waiting();
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("unchecked") // calls of one node have results of one type
  private <R extends @Nullable Object> Gathering<R> at(Call<R> call) {
    if (closed) {
      throw new PipelineClosedException(pipeline);
    }
    return (Gathering<R>)
        gatherings.computeIfAbsent(call.key(), key -> new Gathering<R>(call.limits()));
  }

  private void forgetIfIdle(Call<?> call, Gathering<?> gathering) {
    if (gathering.isIdle()) {
      gatherings.remove(call.key(), gathering);
    }
  }

  private <R extends @Nullable Object> @Nullable List<? extends R> lead(
      Gathering<R> gathering, Guest<R> guest, List<Guest<R>> batch) throws Throwable {
    Call<R> call = guest.call();
    @Nullable List<? extends R> own = null;
    List<R> results = List.of();
    Throwable failure = null;
    LEADING.set(true);
    try {
      if (batch.size() == 1) {
        own = call.alone().call();
      } else {
        results = together(call, batch);
      }
    } catch (Throwable thrown) {
      failure = thrown;
    } finally {
      LEADING.remove();
    }
    boolean isInterrupted =
        failure instanceof InterruptedException || Thread.currentThread().isInterrupted();
    lock.lock();
    try {
      if (batch.size() == 1) {
        gathering.next();
      } else if (failure == null) {
        gathering.handOut(batch, results);
      } else if (isInterrupted) {
        gathering.requeue(batch);
      } else {
        gathering.isolate(batch);
      }
      forgetIfIdle(call, gathering);
    } finally {
      lock.unlock();
    }
    if (failure == null) {
      return batch.size() == 1 ? own : guest.results();
    }
    if (batch.size() == 1 || failure instanceof InterruptedException) {
      throw failure;
    }
    if (!isInterrupted) {
      tell(call.limits().node(), batch.size(), failure);
    }
    return call.alone().call(); // of a thread that is interrupted, too: that fails by itself
  }

  /** Makes the calls of a batch as one; what they need besides their items, the first one has. */
  private static <R extends @Nullable Object> List<R> together(Call<R> call, List<Guest<R>> batch)
      throws Exception {
    List<?>[] joined = new List<?>[call.lists().length];
    for (int i = 0; i < joined.length; i++) {
      joined[i] = joined(batch, i);
    }
    int given = joined[0].size();
    List<? extends R> results = call.twin().call(joined);
    if (results == null) {
      throw NullResultException.ofTwin(call.limits().node());
    }
    List<R> taken = Collections.unmodifiableList(new ArrayList<>(results));
    if (taken.size() != given) {
      throw new BatchSizeException(call.limits().node(), given, taken.size());
    }
    return taken;
  }

  private static <R extends @Nullable Object> List<?> joined(List<Guest<R>> batch, int place) {
    @Nullable Object[] items =
        batch.stream().flatMap(each -> each.call().lists()[place].stream()).toArray();
    return Collections.unmodifiableList(Arrays.asList(items));
  }

  private void tell(String node, int calls, Throwable failure) {
    LOGGER.log(
        failed.add(node) ? Level.WARNING : Level.DEBUG,
        "the @Batch twin of \""
            + node
            + "\" failed for "
            + calls
            + " calls that had met; each is made again, alone",
        failure);
  }
}
