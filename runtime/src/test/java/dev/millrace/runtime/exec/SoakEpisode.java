package dev.millrace.runtime.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.CancelledException;
import dev.millrace.runtime.exec.StreamedRun.Plan;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run in which everything is drawn by chance: its ring, its stages, its chunks, and what goes
 * wrong. Whoever calls it is the run's caller. What it draws depends on the seed alone, what the
 * threads make of it does not.
 */
final class SoakEpisode {
  /** What ends a run, or at least tries to. */
  private enum Fault {
    NONE,
    /** Some works throw; those of later chunks too. */
    WORK,
    SOURCE,
    SINK,
    CALLER_INTERRUPTED,
    CANCELLED,
    /** The threads' owner closes them: they are still lent. */
    THREADS_CLOSED,
    /** One of the lanes gets no thread. */
    NO_THREAD
  }

  private final Random random;
  private final StageThreads threads;
  private final boolean ownThreads;

  /** All that were ever lent, also to other runs: each may be interrupted at any time. */
  private final Set<Thread> seen;

  private final int slots;
  private final int count;
  private final List<Integer> lanes = new ArrayList<>();
  private final Fault fault;

  /** The chunk at which something goes wrong, and the stage. */
  private final int at;

  private final int atStage;

  /** Whether the works of later chunks wait for the run's end. */
  private final boolean stalls;

  private final int noise;

  private final Throwable broken;
  private final Thread caller = Thread.currentThread();
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicInteger inside = new AtomicInteger();
  private final List<WeakReference<Object>> kept = new ArrayList<>();
  private int taken;
  private @Nullable StreamedRun<SoakChunk> run;

  SoakEpisode(long seed, StageThreads shared, Set<Thread> seen) {
    random = new Random(seed);
    this.seen = seen;
    slots = 1 << random.nextInt(6);
    count = random.nextInt(10) == 0 ? 0 : random.nextInt(300);
    int stages = 1 + random.nextInt(4);
    for (int stage = 0; stage < stages; stage++) {
      lanes.add(1 + random.nextInt(4));
    }
    Fault drawn = Fault.values()[random.nextInt(Fault.values().length)];
    fault = count == 0 && drawn != Fault.NO_THREAD ? Fault.NONE : drawn;
    at = count == 0 ? 0 : random.nextInt(count);
    atStage = random.nextInt(stages);
    stalls = random.nextBoolean();
    noise = random.nextInt(3) * 40;
    broken = random.nextBoolean() ? new IllegalStateException() : new StackOverflowError();
    ownThreads = fault == Fault.THREADS_CLOSED;
    threads = ownThreads ? new StageThreads("soak-own") : shared;
  }

  @Override
  public String toString() {
    return fault
        + " at chunk "
        + at
        + " of "
        + count
        + ", stage "
        + atStage
        + (stalls ? ", the rest stalls" : "")
        + "; slots "
        + slots
        + ", lanes "
        + lanes
        + ", noise "
        + noise;
  }

  /** Returns what has to be gone once nobody has the episode any more. */
  List<WeakReference<Object>> play() {
    List<Plan<SoakChunk>> plans = new ArrayList<>();
    for (int stage = 0; stage < lanes.size(); stage++) {
      int number = stage;
      plans.add(new Plan<>(chunk -> work(chunk, number), lanes.get(stage)));
    }
    StreamedRun<SoakChunk> started = new StreamedRun<>(slots, plans);
    run = started;
    kept.add(new WeakReference<>(started));
    Throwable thrown = null;
    try {
      started.run(source(), this::take, lender());
    } catch (Throwable ended) {
      thrown = ended;
    }
    boolean interrupted = Thread.interrupted();
    if (ownThreads) {
      threads.close();
    }
    assertEquals(0, inside.get(), "threads in a stage");
    check(thrown, interrupted);
    return kept;
  }

  private void check(@Nullable Throwable thrown, boolean interrupted) {
    switch (fault) {
      case NONE, THREADS_CLOSED -> {
        assertNull(thrown);
        assertEquals(count, taken);
      }
      case WORK, SINK -> {
        assertSame(broken, thrown);
        assertEquals(at, taken);
      }
      case SOURCE -> {
        assertSame(broken, thrown);
        assertTrue(taken <= at, () -> "taken: " + taken);
      }
      case CANCELLED -> assertInstanceOf(CancelledException.class, thrown);
      case CALLER_INTERRUPTED -> {
        if (thrown == null) {
          assertEquals(count, taken);
          assertTrue(interrupted, "the interrupt is lost");
          return;
        }
        assertInstanceOf(InterruptedException.class, thrown);
      }
      case NO_THREAD -> {
        assertInstanceOf(RejectedExecutionException.class, thrown);
        assertEquals(0, taken);
      }
    }
    assertEquals(false, interrupted, "an interrupt from nowhere");
  }

  private Executor lender() {
    int refused = fault == Fault.NO_THREAD ? random.nextInt(totalLanes()) : Integer.MAX_VALUE;
    AtomicInteger lent = new AtomicInteger();
    return lane -> {
      if (lent.getAndIncrement() == refused) {
        throw new RejectedExecutionException("no thread, by chance");
      }
      threads.execute(
          () -> {
            seen.add(Thread.currentThread());
            lane.run();
          });
    };
  }

  private int totalLanes() {
    return lanes.stream().mapToInt(Integer::intValue).sum();
  }

  private Iterator<SoakChunk> source() {
    int rows = 1 + random.nextInt(64);
    long[] seeds = random.longs(count).toArray();
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < count;
      }

      @Override
      public SoakChunk next() {
        if (fault == Fault.SOURCE && next == at) {
          throw sneaky(broken);
        }
        SoakChunk chunk = new SoakChunk(next, rows, lanes.size(), seeds[next]);
        kept.add(new WeakReference<>(chunk));
        next++;
        return chunk;
      }
    };
  }

  private void work(SoakChunk chunk, int stage) throws Throwable {
    inside.incrementAndGet();
    try {
      Random chance = new Random(chunk.seed + stage);
      disturb(chance);
      boolean here = chunk.number == at && stage == atStage;
      if (here) {
        strike();
      } else if (stalls && endsAnyway() && chunk.number > at && chance.nextInt(4) == 0) {
        stall();
      } else if (fault == Fault.WORK && chunk.number > at && chance.nextInt(4) == 0) {
        throw new IllegalArgumentException("a later chunk's");
      }
      chunk.pass(stage);
    } finally {
      inside.decrementAndGet();
    }
  }

  private void strike() throws Throwable {
    switch (fault) {
      case WORK -> throw broken;
      case CALLER_INTERRUPTED -> caller.interrupt();
      case CANCELLED -> run().stop(new CancelledException("by chance"));
      case THREADS_CLOSED -> threads.close();
      default -> {}
    }
  }

  /** Whether the run ends although works behind the fault stall. */
  private boolean endsAnyway() {
    return switch (fault) {
      case WORK, SINK, CANCELLED, CALLER_INTERRUPTED -> true;
      default -> false;
    };
  }

  /** Waits for the run's end, and for no interrupt that comes before. */
  private void stall() {
    while (!run().isStopped()) {
      try {
        never.await();
      } catch (InterruptedException interrupted) {
        // look whether it has ended
      }
    }
  }

  private StreamedRun<SoakChunk> run() {
    StreamedRun<SoakChunk> started = run;
    if (started == null) {
      throw new AssertionError("work before the run");
    }
    return started;
  }

  private void disturb(Random chance) {
    int drawn = chance.nextInt(1000);
    if (drawn < noise) {
      List<Thread> all = List.copyOf(seen);
      Thread other = all.get(chance.nextInt(all.size()));
      if (other != Thread.currentThread()) { // its own would be the caller's
        other.interrupt();
      }
    } else if (drawn < 2 * noise) {
      Thread.yield();
    } else {
      for (int i = chance.nextInt(200); i > 0; i--) {
        Thread.onSpinWait();
      }
    }
  }

  private void take(SoakChunk chunk) throws Throwable {
    if (fault == Fault.SINK && chunk.number == at) {
      throw broken;
    }
    assertEquals(taken, chunk.number, "order");
    chunk.assertThatAllHavePassed();
    taken++;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
