package dev.millrace.runtime.cache.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClaimsTest {
  private static final Signature A = new Signature(0, 1);
  private static final Signature B = new Signature(0, 2);

  private final Claims claims = new Claims();

  private static <T> FutureTask<T> begun(java.util.concurrent.Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "another");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  @Test
  void whatIsTakenIsNobodyElses() throws Exception {
    try (Claims.Own own = claims.take(List.of(A, A))) {
      assertTrue(own.has(A));
      begun(
              () -> {
                try (Claims.Own other = claims.take(List.of(A, B))) {
                  assertFalse(other.has(A));
                  assertTrue(other.has(B));
                }
                return null;
              })
          .get();
      assertFalse(own.take(A), "it is taken already");
    }
    try (Claims.Own again = claims.take(List.of(A, B))) {
      assertTrue(again.has(A) && again.has(B));
    }
  }

  @Test
  void whoWaitsGoesOnWhenItIsGivenUpWhateverCameOfIt() throws Exception {
    Claims.Own own = claims.take(List.of(A, B));
    FutureTask<Boolean> waiting = begun(() -> claims.await(A) && claims.await(B));
    assertFalse(waiting.isDone());
    own.close();
    assertTrue(waiting.get());
    assertTrue(claims.await(A), "nobody is at it");
  }

  @Test
  void whetherAnythingWasDoneCanBeSeen() {
    long before = claims.closings();
    try (Claims.Own none = claims.begin()) {
      assertFalse(none.has(A));
    }
    Claims.Own own = claims.take(List.of(A));
    assertEquals(before, claims.closings(), "nothing was given up yet");
    own.close();
    own.close();
    assertEquals(before + 1, claims.closings());
  }

  @Test
  void whoHasClaimsWaitsForNobody() throws Exception {
    try (Claims.Own own = claims.take(List.of(A))) {
      assertTrue(own.has(A));
      CountDownLatch taken = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      FutureTask<Boolean> other =
          begun(
              () -> {
                try (Claims.Own b = claims.take(List.of(B))) {
                  taken.countDown();
                  end.await();
                  return b.has(B) && claims.await(A);
                }
              });
      taken.await();
      assertFalse(claims.await(B), "it would be a circle");
      end.countDown();
      assertFalse(other.get());
    }
  }

  @Test
  void aClaimMayBeGivenUpOnAnotherThread() throws Exception {
    Claims.Own own = claims.take(List.of(A));
    begun(
            () -> {
              own.close();
              return null;
            })
        .get();
    Claims.Own other = begun(() -> claims.take(List.of(B))).get();
    FutureTask<Object> closing =
        begun(
            () -> {
              other.close();
              return null;
            });
    assertTrue(claims.await(B), "this thread has no claim any more, and waits");
    closing.get();
  }

  @Test
  void anInterruptEndsTheWait() {
    Claims.Own own = claims.take(List.of(A));
    FutureTask<Boolean> waiting =
        begun(
            () -> {
              Thread.currentThread().interrupt();
              return claims.await(A);
            });
    var failed = assertThrows(java.util.concurrent.ExecutionException.class, waiting::get);
    assertEquals(InterruptedException.class, failed.getCause().getClass());
    own.close();
  }

  /** The law: batches that overlap, in any order, compute each work once, and all end. */
  @Test
  void overlappingBatchesInAnyOrderComputeEachWorkOnceAndEnd() throws Exception {
    int threads = 8;
    for (int round = 0; round < 200; round++) {
      Map<Signature, AtomicInteger> computed = new ConcurrentHashMap<>();
      CyclicBarrier start = new CyclicBarrier(threads);
      List<FutureTask<Object>> tasks = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        Random random = new Random(round * 31L + thread);
        tasks.add(
            begun(
                () -> {
                  List<Signature> wanted =
                      new ArrayList<>(
                          IntStream.range(0, 12).mapToObj(i -> new Signature(7, i)).toList());
                  Collections.shuffle(wanted, random);
                  start.await();
                  run(wanted.subList(0, 8), computed);
                  return null;
                }));
      }
      for (FutureTask<Object> task : tasks) {
        task.get();
      }
      computed.forEach((work, times) -> assertEquals(1, times.get(), work::toString));
    }
  }

  private void run(List<Signature> wanted, Map<Signature, AtomicInteger> computed)
      throws InterruptedException {
    List<Signature> others = new ArrayList<>();
    try (Claims.Own own = claims.take(wanted)) {
      for (Signature work : wanted) {
        if (!own.has(work)) {
          others.add(work);
        } else if (!computed.containsKey(work)) {
          computed.computeIfAbsent(work, added -> new AtomicInteger()).incrementAndGet();
        }
      }
    }
    for (Signature work : others) {
      assertTrue(claims.await(work));
      assertTrue(computed.containsKey(work), "it was done while this one waited");
    }
  }
}
