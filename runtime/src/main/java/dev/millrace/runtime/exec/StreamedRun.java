package dev.millrace.runtime.exec;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of chunks through stages. The thread that makes it feeds the first stage and drains the
 * last.
 *
 * @param <C> a chunk
 */
public final class StreamedRun<C> {
  private static final long UNKNOWN = Long.MAX_VALUE;

  /**
   * The caller feeds so many chunks before it opens the first stage's gate, and looks at what has
   * passed: fences are dear, and so is reading what another processor has just written.
   */
  private static final int FED_BEFORE_A_LOOK = 8;

  private final RingBuffer<Slot<C>> ring;
  private final List<Stage<C>> stages = new ArrayList<>();
  private final Sequence drained = new Sequence();
  private final Gate caller = new Gate();
  private final Meter feeding;
  private final BooleanSupplier hasNews = () -> passed() > drained.get() || isStopped();
  private final AtomicInteger lanes = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> stop = new AtomicReference<>();
  private final Thread thread = Thread.currentThread();
  private final @Nullable ClassLoader contextClassLoader =
      Thread.currentThread().getContextClassLoader();

  /** The last chunk of all, once the source has ended. */
  private volatile long last = UNKNOWN;

  /**
   * A stage to be.
   *
   * @param lanes on how many threads at most
   * @param lending gives each lane beyond the first what it needs to itself; null where there is no
   *     more of it: the lane then stays away
   * @param meter how long lanes wait for chunks
   */
  public record Plan<C>(
      Work<? super C> work, int lanes, Supplier<? extends @Nullable Lent> lending, Meter meter) {

    /** A stage whose lanes need nothing to themselves, and that nobody measures. */
    public Plan(Work<? super C> work, int lanes) {
      this(work, lanes, () -> Lent.NOTHING, Meter.NONE);
    }
  }

  /** Takes chunks in the order in which the source gave them, on the thread that gave them. */
  @FunctionalInterface
  public interface Sink<C> {
    /** Takes one. */
    void take(C chunk) throws Throwable;
  }

  /**
   * Makes a run for this thread.
   *
   * @param slots how many chunks may be under way, a power of two
   * @param plans the stages, one at least
   */
  public StreamedRun(int slots, List<Plan<C>> plans) {
    this(slots, plans, Meter.NONE);
  }

  /**
   * Makes a run for this thread, as above.
   *
   * @param feeding how long this thread waits for room for another chunk
   */
  public StreamedRun(int slots, List<Plan<C>> plans, Meter feeding) {
    this.feeding = feeding;
    ring = RingBuffer.createSingleProducer(Slot::new, slots, new NoWaiting());
    ring.addGatingSequences(drained);
    LongSupplier before = ring::getCursor;
    for (Plan<C> plan : plans) {
      Stage<C> stage = new Stage<>(this, before, plan, slots);
      stages.add(stage);
      before = stage.passed::get;
    }
  }

  /**
   * Runs all chunks of a source. Throws what the sink or a chunk threw that comes first in their
   * order, what the source threw, whatever is under way then, or {@link InterruptedException} where
   * this thread is interrupted while it waits. Either way no thread is left in a stage: those that
   * are in one are interrupted then, and waited for.
   *
   * @param source gives chunks at once: some lie in the ring unseen while it gives the next
   * @param threads gives each lane a thread of its own
   */
  public void run(Iterator<? extends C> source, Sink<? super C> sink, Executor threads)
      throws Throwable {
    try {
      start(threads);
      while (drained.get() < last) {
        boolean fed = feedSome(source);
        boolean taken = drainAll(sink);
        if (!fed && !taken && drained.get() < last) {
          await();
        }
        Throwable thrown = stop.get();
        if (thrown != null) {
          throw thrown;
        }
      }
    } catch (Throwable thrown) {
      stop(thrown);
      stages.forEach(stage -> stage.lanes().forEach(Lane::interrupt));
      throw thrown;
    } finally {
      boolean interrupted = caller.await(() -> lanes.get() == 0);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits for a chunk to drain: until there is one, none can be fed. */
  private void await() throws InterruptedException {
    Meter.Wait wait = last == UNKNOWN ? feeding.begin() : null;
    try {
      caller.awaitInterruptibly(hasNews);
    } finally {
      if (wait != null) {
        wait.over();
      }
    }
  }

  private void start(Executor threads) {
    for (Stage<C> stage : stages) {
      for (Lane<C> lane : stage.lanes()) {
        lanes.incrementAndGet();
        try {
          threads.execute(lane);
        } catch (Throwable noThread) {
          lanes.decrementAndGet();
          throw noThread;
        }
      }
    }
  }

  private boolean feedSome(Iterator<? extends C> source) {
    int fed = 0;
    while (fed < FED_BEFORE_A_LOOK && feed(source)) {
      fed++;
    }
    if (fed > 0) {
      stages.get(0).open();
    }
    return fed > 0;
  }

  private boolean feed(Iterator<? extends C> source) {
    if (last != UNKNOWN || !ring.hasAvailableCapacity(1)) {
      return false;
    }
    if (!source.hasNext()) {
      last = ring.getCursor();
      stages.forEach(Stage::open);
      return true;
    }
    C chunk = source.next();
    long sequence;
    try {
      sequence = ring.tryNext(); // and never next(), which spins, and remembers every ring for ever
    } catch (InsufficientCapacityException impossible) {
      throw new AssertionError("another thread feeds the ring", impossible);
    }
    ring.get(sequence).chunk = chunk;
    ring.publish(sequence);
    return true;
  }

  private boolean drainAll(Sink<? super C> sink) throws Throwable {
    long first = drained.get() + 1;
    long passed = passed();
    for (long next = first; next <= passed; next++) {
      Slot<C> slot = ring.get(next);
      Throwable failure = slot.failure;
      if (failure != null) {
        throw failure;
      }
      sink.take(slot.chunk());
      slot.clear();
      drained.set(next);
    }
    return passed >= first;
  }

  /** Returns the last chunk that has passed all stages. */
  private long passed() {
    return stages.get(stages.size() - 1).passed.get();
  }

  /** A stage has passed some chunks: the one after it may go on, or the caller. */
  void passed(Stage<C> stage) {
    int next = stages.indexOf(stage) + 1;
    if (next < stages.size()) {
      stages.get(next).open();
    } else {
      caller.open();
    }
  }

  /** A lane has left. */
  void left() {
    lanes.decrementAndGet();
    caller.open();
  }

  /** Ends the run. What is said first counts. */
  void stop(Throwable thrown) {
    stop.compareAndSet(null, thrown);
    stages.forEach(Stage::open);
    caller.open();
  }

  /** Interrupts the thread that makes the run, which has not left it: a lane still is in it. */
  void interruptCaller() {
    thread.interrupt();
  }

  boolean isStopped() {
    return stop.get() != null;
  }

  /** Returns what has ended the run, or null. */
  @Nullable Throwable stopped() {
    return stop.get();
  }

  /** Returns whether a chunk need not be waited for: it will not come, or nobody wants it. */
  boolean isOver(long sequence) {
    return sequence > last || isStopped();
  }

  Slot<C> slot(long sequence) {
    return ring.get(sequence);
  }

  @Nullable ClassLoader contextClassLoader() {
    return contextClassLoader;
  }
}
