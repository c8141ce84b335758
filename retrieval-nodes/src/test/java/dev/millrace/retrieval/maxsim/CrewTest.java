package dev.millrace.retrieval.maxsim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class CrewTest {
  static boolean severalCores() {
    return Runtime.getRuntime().availableProcessors() > 1;
  }

  @Test
  void doesAllTheWorkOnce() {
    AtomicInteger next = new AtomicInteger();
    int[] done = new int[10_000];
    Crew.work(
        8,
        () -> {
          for (int i = next.getAndIncrement(); i < done.length; i = next.getAndIncrement()) {
            done[i]++;
          }
        });
    for (int count : done) {
      assertEquals(1, count);
    }
  }

  @Test
  @EnabledIf("severalCores")
  void worksOnSeveralThreadsAtOnce() {
    CountDownLatch both = new CountDownLatch(2);
    Crew.work(
        2,
        () -> {
          both.countDown();
          await(both);
        });
    assertEquals(0, both.getCount());
  }

  @Test
  @EnabledIf("severalCores")
  void throwsWhatAHelperThrew() {
    Thread caller = Thread.currentThread();
    CountDownLatch helping = new CountDownLatch(1);
    Exception e =
        assertThrows(
            IllegalStateException.class,
            () ->
                Crew.work(
                    2,
                    () -> {
                      if (Thread.currentThread() == caller) {
                        await(helping);
                      } else {
                        helping.countDown();
                        throw new IllegalStateException("the helper's");
                      }
                    }));
    assertEquals("the helper's", e.getMessage());
  }

  @Test
  void throwsWhatTheCallerThrew() {
    Exception e =
        assertThrows(
            IllegalStateException.class,
            () ->
                Crew.work(
                    1,
                    () -> {
                      throw new IllegalStateException("the caller's");
                    }));
    assertEquals("the caller's", e.getMessage());
  }

  @Test
  void servesMoreCallersThanItHasThreads() throws InterruptedException, ExecutionException {
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        results.add(
            callers.submit(
                () -> {
                  AtomicInteger left = new AtomicInteger(100);
                  AtomicInteger done = new AtomicInteger();
                  Crew.work(
                      4,
                      () -> {
                        while (left.getAndDecrement() > 0) {
                          done.incrementAndGet();
                        }
                      });
                  return done.get();
                }));
      }
      for (Future<Integer> result : results) {
        assertEquals(100, result.get());
      }
    } finally {
      callers.shutdown();
    }
  }

  @Test
  @EnabledIf("severalCores")
  void keepsAnInterruptForTheCaller() {
    Thread caller = Thread.currentThread();
    CountDownLatch helping = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    Crew.work(
        2,
        () -> {
          if (Thread.currentThread() == caller) {
            await(helping);
            caller.interrupt();
            interrupted.countDown();
          } else {
            helping.countDown();
            await(interrupted);
            ended.incrementAndGet();
          }
        });
    assertTrue(Thread.interrupted(), "the caller must still see it");
    assertEquals(1, ended.get(), "and must have waited for the helper");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
