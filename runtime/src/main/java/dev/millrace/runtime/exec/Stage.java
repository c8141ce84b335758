package dev.millrace.runtime.exec;

import com.lmax.disruptor.Sequence;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * One step of a run. Its lanes claim chunks, each whoever is free first; they may resolve them in
 * any order, and the stage's sequence passes a chunk when it and all before it are resolved.
 */
final class Stage<C> {
  /** The last chunk that has passed. */
  final Sequence passed = new Sequence();

  private final Work<? super C> work;
  private final LongSupplier before;
  private final StreamedRun<C> run;
  private final AtomicLong claims = new AtomicLong();
  private final AtomicLongArray resolved;
  private final List<Lane<C>> lanes = new ArrayList<>();

  /** Whether there is one lane, which then resolves all chunks in their order. */
  private final boolean isAlone;

  /**
   * @param before the last chunk that has come here
   * @param slots how many the ring has, a power of two
   */
  Stage(StreamedRun<C> run, LongSupplier before, StreamedRun.Plan<C> plan, int slots) {
    this.run = run;
    this.before = before;
    this.work = plan.work();
    this.isAlone = plan.lanes() == 1;
    long[] none = new long[slots];
    Arrays.fill(none, -1);
    this.resolved = new AtomicLongArray(none);
    for (int i = 0; i < plan.lanes(); i++) {
      lanes.add(new Lane<>(run, this, i == 0 ? () -> Lent.NOTHING : plan.lending(), plan.meter()));
    }
  }

  List<Lane<C>> lanes() {
    return lanes;
  }

  /** Returns the next chunk that no lane has claimed; it may still have to come. */
  long claim() {
    return isAlone ? passed.get() + 1 : claims.getAndIncrement();
  }

  boolean hasCome(long sequence) {
    return before.getAsLong() >= sequence;
  }

  /** Lets the lanes look whether something has come, or is over. */
  void open() {
    for (Lane<C> lane : lanes) {
      lane.open();
    }
  }

  /** Resolves a chunk: does the work, unless the chunk or the run has ended before. */
  void resolve(long sequence) {
    Slot<C> slot = run.slot(sequence);
    Throwable stop = run.stopped();
    if (slot.failure == null && stop != null) {
      slot.failure = stop; // nobody is to take it for done
    } else if (slot.failure == null) {
      try {
        work.run(slot.chunk());
      } catch (Throwable thrown) {
        slot.failure = thrown;
      }
    }
    if (isAlone) {
      passed.set(sequence);
    } else {
      pass(sequence);
    }
    run.passed(this);
  }

  private void pass(long sequence) {
    resolved.set(index(sequence), sequence);
    VarHandle.fullFence(); // of two who resolve neighbours, one at least sees both
    long last = passed.get();
    while (resolved.get(index(last + 1)) == last + 1) {
      last = passed.compareAndSet(last, last + 1) ? last + 1 : passed.get();
    }
  }

  private int index(long sequence) {
    return (int) (sequence & (resolved.length() - 1));
  }
}
