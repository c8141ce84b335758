package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SlabPoolTest {
  private static final int THREADS = 4;

  private final SlabPool pool = SlabPool.of(1 << 20);

  @Test
  void memoryComesBackWithTheLastHold() {
    Slab slab = pool.slab(100, 16);
    slab.retain();
    assertFalse(slab.release());
    assertEquals(0, pool.idleBytes());
    assertTrue(slab.release());
    assertEquals(7168, pool.idleBytes(), "the size class of 6400 bytes");
    pool.slab(100, 16);
    assertEquals(0, pool.idleBytes());
  }

  @Test
  void aSlabOfUsedMemoryIsAllZeros() {
    Slab used = pool.slab(100, 16);
    used.lend(0, 100, memory -> memory.putFloat(6396, 1));
    used.release();
    Slab again = pool.slab(99, 16);
    assertEquals(0, pool.idleBytes(), "the same memory");
    for (int row = 0; row < 99; row++) {
      assertArrayEquals(new float[16], again.row(row).row(0));
    }
  }

  @Test
  void whatWasReleasedThrowsAndShowsNobodyElsesRows() {
    Slab slab = pool.slab(2, 2);
    Embedding row = slab.row(1);
    slab.release();
    Slab other = pool.slab(2, 2);
    other.set(1, 1, 7);
    assertEquals(0, pool.idleBytes(), "it has the memory of the first");
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> row.get(0, 1));
    assertEquals("the slab [2, 2] was released; copy() what must outlive it", e.getMessage());
    assertThrows(IllegalStateException.class, row::floats);
    assertThrows(IllegalStateException.class, () -> row.row(0));
    assertThrows(IllegalStateException.class, row::copy);
    assertThrows(IllegalStateException.class, row::hashCode);
    assertThrows(IllegalStateException.class, () -> row.equals(other.row(1)));
    assertThrows(IllegalStateException.class, () -> slab.set(0, 0, 1));
    assertThrows(IllegalStateException.class, () -> slab.lend(0, 1, memory -> {}));
    assertThrows(IllegalStateException.class, slab::retain);
    assertEquals("Slab[2, 2] released", slab.toString());
  }

  @Test
  void aReleaseTooManyIsAnException() {
    Slab slab = pool.slab(2, 2);
    slab.release();
    IllegalStateException e = assertThrows(IllegalStateException.class, slab::release);
    assertEquals(
        "Slab[2, 2] released was released more often than it was held; pair each release with a"
            + " retain",
        e.getMessage());
    assertEquals(4096, pool.idleBytes(), "given back once");
    slab.close();
    assertEquals(4096, pool.idleBytes());
  }

  @Test
  void memoryThatAViewMayReachIsNotUsedAgain() {
    Slab slab = pool.slab(2, 2);
    FloatBuffer view = slab.row(0).floats();
    slab.release();
    assertEquals(0, pool.idleBytes());
    pool.slab(2, 2).set(0, 0, 7);
    assertEquals(0f, view.get(0));
  }

  @Test
  void closingGivesMemoryBackOnlyWhereNobodyElseHoldsIt() {
    Slab alone = pool.slab(2, 2);
    alone.close();
    assertEquals(4096, pool.idleBytes());
    Slab shared = pool.slab(2, 2).retain();
    shared.close();
    assertEquals(0, pool.idleBytes());
    assertThrows(IllegalStateException.class, () -> shared.get(0, 0));
    assertFalse(shared.release(), "those who held it may still say that they are done");
    assertFalse(shared.release());
  }

  @Test
  void aLentSlabIsHeldUntilTheCallEnds() {
    Slab slab = pool.slab(2, 2);
    slab.lend(
        0,
        2,
        memory -> {
          assertFalse(slab.release());
          assertEquals(0, pool.idleBytes());
          memory.putFloat(0, 1);
        });
    assertEquals(4096, pool.idleBytes());
  }

  @Test
  void aClosedPoolKeepsNothingAndItsSlabsGoOn() {
    Slab slab = pool.slab(2, 2);
    slab.set(0, 0, 3);
    pool.close();
    assertEquals(3f, slab.get(0, 0));
    assertTrue(slab.release());
    assertEquals(0, pool.idleBytes());
  }

  @Test
  void refusesWhatCannotBe() {
    assertEquals(
        "a pool keeps 0 idle bytes or more, not -1",
        assertThrows(IllegalArgumentException.class, () -> SlabPool.of(-1)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> pool.slab(0, 2));
  }

  /** Every holder releases at once, again and again: one of them is the last, and only one. */
  @Test
  @Timeout(60)
  void isReleasedExactlyOnceUnderAnyRace() throws Exception {
    int rounds = "long".equals(System.getProperty("millrace.ring")) ? 200_000 : 5_000;
    Slab[] slabs = new Slab[rounds];
    for (int round = 0; round < rounds; round++) {
      slabs[round] = pool.slab(1, 4);
      for (int hold = 1; hold < THREADS; hold++) {
        slabs[round].retain();
      }
    }
    AtomicInteger last = new AtomicInteger();
    together(
        thread -> {
          for (Slab slab : slabs) {
            slab.retain();
            slab.release();
            if (slab.release()) {
              last.incrementAndGet();
            }
          }
        });
    assertEquals(rounds, last.get());
    for (Slab slab : slabs) {
      assertThrows(IllegalStateException.class, slab::release);
    }
  }

  /** Readers without a hold race with the release and the next user of the memory. */
  @Test
  @Timeout(60)
  void aReadThatComesTooLateNeverSeesTheNextUsersRows() throws Exception {
    int rounds = "long".equals(System.getProperty("millrace.ring")) ? 2_000_000 : 50_000;
    Slab[] current = {pool.slab(4, 4)};
    AtomicInteger wrong = new AtomicInteger();
    together(
        thread -> {
          for (int round = 0; round < rounds / THREADS; round++) {
            Slab mine = pool.slab(4, 4);
            float stamp = thread + 1;
            for (int row = 0; row < 4; row++) {
              mine.set(row, 0, stamp);
              mine.set(row, 3, stamp);
            }
            Slab shared;
            synchronized (current) {
              shared = current[0];
              current[0] = mine;
            }
            Slab read = mine;
            try {
              float[] row = read.row(2).row(0);
              if (row[0] != stamp || row[3] != stamp || read.get(2, 3) != stamp) {
                wrong.incrementAndGet();
              }
            } catch (IllegalStateException released) {
              // Another thread took it over and released it: told, not shown another's.
            }
            shared.release();
          }
        });
    assertEquals(0, wrong.get());
  }

  private interface Work {
    void run(int thread) throws Exception;
  }

  private static void together(Work work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  work.run(thread);
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
