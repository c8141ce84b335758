package dev.millrace.runtime.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.exec.StreamedRun.Plan;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StreamedRunTest {
  private final StageThreads threads = new StageThreads("test");
  private final List<Integer> taken = new ArrayList<>();

  @AfterEach
  void close() {
    threads.close();
  }

  /** A chunk: the value is written by the stages, one after the other. */
  private static final class Chunk {
    final int number;
    int value;

    Chunk(int number) {
      this.number = number;
      this.value = number;
    }
  }

  private static Iterator<Chunk> chunks(int count) {
    return IntStream.range(0, count).mapToObj(Chunk::new).iterator();
  }

  private static Work<Chunk> plus(int more) {
    return chunk -> chunk.value = 31 * chunk.value + more;
  }

  private static List<Integer> expected(int count, int... stages) {
    List<Integer> values = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      int value = number;
      for (int more : stages) {
        value = 31 * value + more;
      }
      values.add(value);
    }
    return values;
  }

  private void run(int slots, Iterator<Chunk> source, List<Plan<Chunk>> plans) throws Throwable {
    new StreamedRun<>(slots, plans).run(source, chunk -> taken.add(chunk.value), threads);
  }

  @Test
  void chunksComeOutInOrderForAnyNumberOfSlotsAndLanes() throws Throwable {
    for (int slots : new int[] {1, 2, 8}) {
      for (int lanes : new int[] {1, 2, 4}) {
        for (int count : new int[] {0, 1, 2, 500}) {
          taken.clear();
          run(
              slots,
              chunks(count),
              List.of(
                  new Plan<>(plus(1), lanes), new Plan<>(plus(2), 1), new Plan<>(plus(3), lanes)));
          assertEquals(expected(count, 1, 2, 3), taken, slots + " slots, " + lanes + " lanes");
        }
      }
    }
  }

  @Test
  void noMoreChunksAreUnderWayThanThereAreSlots() throws Throwable {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Iterator<Chunk> source = chunks(300);
    Iterator<Chunk> counted =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return source.hasNext();
          }

          @Override
          public Chunk next() {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            return source.next();
          }
        };
    new StreamedRun<>(4, List.of(new Plan<>(plus(1), 3)))
        .run(counted, chunk -> underWay.decrementAndGet(), threads);
    assertEquals(0, underWay.get());
    assertTrue(most.get() <= 4, () -> "under way: " + most);
  }

  @Test
  void aSlotLetsGoOfItsChunkWhenItHasBeenDrained() throws Throwable {
    List<WeakReference<Chunk>> drained = new ArrayList<>();
    AtomicInteger gone = new AtomicInteger();
    new StreamedRun<>(8, List.of(new Plan<Chunk>(plus(1), 2)))
        .run(
            chunks(64),
            chunk -> {
              drained.add(new WeakReference<>(chunk));
              if (drained.size() == 40) {
                System.gc();
                drained.subList(0, 39).forEach(each -> gone.addAndGet(each.refersTo(null) ? 1 : 0));
              }
            },
            threads);
    assertTrue(gone.get() >= 38, () -> "gone: " + gone);
  }

  @Test
  void whatTheLowestChunkFailedWithIsThrownAndWhatCameBeforeIsTaken() {
    for (int lanes : new int[] {1, 3}) {
      taken.clear();
      Work<Chunk> failing =
          chunk -> {
            if (chunk.number % 50 == 49) {
              throw new IllegalStateException("chunk " + chunk.number);
            }
          };
      Throwable thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  run(
                      8,
                      chunks(1000),
                      List.of(new Plan<>(failing, lanes), new Plan<>(plus(1), lanes))));
      assertEquals("chunk 49", thrown.getMessage());
      assertEquals(expected(49, 1), taken);
    }
  }

  @Test
  void anErrorInAStageEndsTheRunInItsTurn() {
    Work<Chunk> failing =
        chunk -> {
          if (chunk.number == 3) {
            throw new StackOverflowError("deep");
          }
        };
    assertThrows(
        StackOverflowError.class, () -> run(4, chunks(100), List.of(new Plan<>(failing, 2))));
    assertEquals(expected(3), taken);
  }

  @Test
  void interruptsOfStageThreadsLoseNothingAndDoubleNothing() throws Throwable {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    AtomicLong interrupts = new AtomicLong();
    AtomicInteger running = new AtomicInteger(1);
    Thread pest =
        new Thread(
            () -> {
              while (running.get() == 1) {
                for (Thread each : seen) {
                  each.interrupt();
                  interrupts.incrementAndGet();
                }
                Thread.onSpinWait();
              }
            });
    pest.start();
    Work<Chunk> watched =
        chunk -> {
          seen.add(Thread.currentThread());
          chunk.value = 31 * chunk.value + 1;
        };
    try {
      int done = 0;
      while (interrupts.get() < 2000 || done == 0) {
        taken.clear();
        run(2, chunks(2000), List.of(new Plan<>(watched, 2), new Plan<>(watched, 1)));
        assertEquals(expected(2000, 1, 1), taken);
        done++;
      }
    } finally {
      running.set(0);
      pest.join();
    }
  }

  @Test
  void anInterruptThatAWorkLeavesBehindReachesNoOther() throws Throwable {
    CountDownLatch bothAreThere = new CountDownLatch(1);
    List<Boolean> interrupted = new ArrayList<>();
    Work<Chunk> leaves =
        chunk -> {
          bothAreThere.await(); // so that the lane waits for neither of them
          interrupted.add(Thread.currentThread().isInterrupted());
          Thread.currentThread().interrupt();
        };
    Iterator<Chunk> source = chunks(2);
    Iterator<Chunk> told =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            if (!source.hasNext()) {
              bothAreThere.countDown();
            }
            return source.hasNext();
          }

          @Override
          public Chunk next() {
            return source.next();
          }
        };
    Throwable thrown = null;
    try {
      run(4, told, List.of(new Plan<>(leaves, 1)));
    } catch (InterruptedException alreadyTold) {
      thrown = alreadyTold;
    }
    assertFalse(interrupted.contains(true), "the next chunk has not to do with it");
    assertEquals(thrown == null, Thread.interrupted(), "the caller has, and is told once");
    assertTrue(thrown != null || taken.equals(expected(2)));
  }

  @Test
  void anInterruptThatAWorkTakesBackReachesNobody() throws Throwable {
    Work<Chunk> careful =
        chunk -> {
          Thread.currentThread().interrupt();
          assertTrue(Thread.interrupted());
          chunk.value++;
        };
    run(4, chunks(200), List.of(new Plan<>(careful, 2)));
    assertEquals(200, taken.size());
    assertFalse(Thread.interrupted());
  }

  /** It is what a node does that cannot throw an InterruptedException which it got. */
  @Test
  void anInterruptWithWhichAWorkAnswersTheEndOfTheRunIsNotTheCallers() throws Throwable {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    IllegalStateException failure = new IllegalStateException();
    Work<Chunk> answering =
        chunk -> {
          if (chunk.value == 0) {
            inside.await();
            throw failure;
          }
          inside.countDown();
          try {
            never.await();
          } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
          }
        };
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () -> run(4, chunks(2), List.of(new Plan<>(answering, 2)))));
    assertFalse(Thread.interrupted());
  }

  @Test
  void aCallerThatIsInterruptedWhileItWaitsStopsTheStages() throws Throwable {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger left = new AtomicInteger();
    Work<Chunk> stalled =
        chunk -> {
          inside.countDown();
          try {
            never.await();
          } finally {
            left.incrementAndGet();
          }
        };
    Thread caller = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              try {
                inside.await();
              } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
              }
              caller.interrupt();
            });
    interrupter.start();
    assertThrows(
        InterruptedException.class,
        () -> run(2, chunks(10), List.of(new Plan<>(stalled, 1), new Plan<>(plus(1), 1))));
    assertEquals(1, left.get());
    assertFalse(Thread.currentThread().isInterrupted());
    interrupter.join();
  }

  /** Where it feeds, and where it drains: it goes on until it would have to wait. */
  @Test
  void aCallerThatIsInterruptedWhileItWorksLosesNothing() throws Throwable {
    for (boolean feeds : new boolean[] {true, false}) {
      taken.clear();
      Iterator<Chunk> source = chunks(50);
      Iterator<Chunk> interrupting =
          new Iterator<>() {
            @Override
            public boolean hasNext() {
              return source.hasNext();
            }

            @Override
            public Chunk next() {
              if (feeds) {
                Thread.currentThread().interrupt();
              }
              return source.next();
            }
          };
      boolean ended = false;
      try {
        new StreamedRun<>(2, List.of(new Plan<>(plus(1), 2)))
            .run(
                interrupting,
                chunk -> {
                  taken.add(chunk.value);
                  if (!feeds) {
                    Thread.currentThread().interrupt();
                  }
                },
                threads);
      } catch (InterruptedException interrupted) {
        ended = true;
      }
      assertEquals(!ended, Thread.interrupted(), "an interrupt ends the run, or is kept");
      assertEquals(expected(50, 1).subList(0, ended ? taken.size() : 50), taken);
    }
  }

  @Test
  void whatTheSourceOrTheSinkThrowsEndsTheRun() {
    IllegalStateException broken = new IllegalStateException("broken");
    Iterator<Chunk> source = chunks(20);
    Iterator<Chunk> breaking =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Chunk next() {
            if (!source.hasNext()) {
              throw broken;
            }
            return source.next();
          }
        };
    assertSame(
        broken,
        assertThrows(
            IllegalStateException.class, () -> run(4, breaking, List.of(new Plan<>(plus(1), 2)))));
    assertSame(
        broken,
        assertThrows(
            IllegalStateException.class,
            () ->
                new StreamedRun<>(4, List.of(new Plan<>(plus(1), 2)))
                    .run(
                        chunks(20),
                        chunk -> {
                          throw broken;
                        },
                        threads)));
  }

  @Test
  void aThreadThatCannotBeHadEndsTheRunAndThoseThatWere() {
    AtomicInteger lent = new AtomicInteger();
    Executor scarce =
        lane -> {
          if (lent.incrementAndGet() > 2) {
            throw new RejectedExecutionException("no more threads");
          }
          threads.execute(lane);
        };
    assertThrows(
        RejectedExecutionException.class,
        () ->
            new StreamedRun<>(4, List.of(new Plan<>(plus(1), 2), new Plan<>(plus(2), 2)))
                .run(chunks(20), chunk -> {}, scarce));
  }

  @Test
  void stagesSeeTheCallersClassLoaderAndTheirThreadsDoNotKeepIt() throws Throwable {
    ClassLoader mine = new ClassLoader(null) {};
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    List<ClassLoader> seen = new ArrayList<>();
    Thread.currentThread().setContextClassLoader(mine);
    Set<Thread> lanes = ConcurrentHashMap.newKeySet();
    try {
      run(
          2,
          chunks(1),
          List.of(
              new Plan<>(
                  chunk -> {
                    lanes.add(Thread.currentThread());
                    seen.add(Thread.currentThread().getContextClassLoader());
                  },
                  1)));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    assertEquals(List.of(mine), seen);
    assertNull(lanes.iterator().next().getContextClassLoader());
  }
}
