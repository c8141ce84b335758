package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.CancelledException;
import dev.millrace.runtime.NodeTimeoutException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WindowTest {
  private static final Class<?>[] ALL = {Exception.class};
  private static final Class<?>[] NONE = {};

  private final Terms plain = Terms.of("vec");

  private static <T> T value(Pending<T> call) {
    return call.join();
  }

  @AfterEach
  void noInterruptIsLeft() {
    assertFalse(Thread.interrupted());
  }

  @Test
  void startsAsManyAsThereArePermitsAndThenWaits() throws Exception {
    try (Window window = Window.ofStages(plain, 2, null)) {
      List<CompletableFuture<String>> stages =
          List.of(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
      window.start(() -> stages.get(0));
      Pending<String> second = window.start(() -> stages.get(1));
      Running<Pending<String>> third =
          Running.start(() -> window.<String>start(() -> stages.get(2))).waits();
      stages.get(1).complete("b");
      Pending<String> started = third.join();
      stages.get(2).complete("c");
      assertEquals("b", value(second));
      assertEquals("c", value(started));
    }
  }

  @Test
  void thePermitIsFreeWhenTheEndIsTold() throws Exception {
    try (Window window = Window.ofStages(plain, 1, null)) {
      CompletableFuture<String> first = new CompletableFuture<>();
      CompletableFuture<Pending<String>> second = new CompletableFuture<>();
      window
          .<String>start(() -> first)
          .stage()
          .whenComplete(
              (result, failure) -> {
                try {
                  second.complete(
                      window.start(() -> CompletableFuture.completedFuture(result + "b")));
                } catch (InterruptedException interrupted) {
                  second.completeExceptionally(interrupted);
                }
              });
      first.complete("a");
      assertEquals("ab", value(second.get()));
    }
  }

  @Test
  void whatAMethodThrowsIsNotUnwrapped() throws Exception {
    CompletionException thrown = new CompletionException(new IOException());
    Callable<CompletionStage<String>> noStage =
        () -> {
          throw thrown;
        };
    Callable<String> waits =
        () -> {
          throw thrown;
        };
    for (Terms terms : List.of(plain, plain.attempts(2, 0, ALL, NONE), plain.within(1L << 60))) {
      try (Window window = Window.ofThreads(terms, 1, null)) {
        Pending<String> waiting = window.startBlocking(waits);
        assertSame(thrown, assertThrows(CompletionException.class, waiting::join));
        Pending<String> staged = window.start(noStage);
        assertSame(thrown, assertThrows(CompletionException.class, staged::join));
        Pending<String> failed = window.start(() -> CompletableFuture.failedFuture(thrown));
        assertSame(thrown.getCause(), assertThrows(IOException.class, failed::join));
      }
    }
  }

  @Test
  void thePermitIsTheCallsFromItsFirstAttemptToItsLast() throws Exception {
    HandDriven hand = new HandDriven();
    UnderWay calls = new UnderWay(1, null, hand, hand);
    try (Window window = new Window(1, plain.attempts(2, 5, ALL, NONE), calls)) {
      Pending<String> first = window.start(() -> CompletableFuture.failedFuture(new IOException()));
      Running<Pending<String>> second =
          Running.start(() -> window.<String>start(() -> CompletableFuture.completedStage("b")))
              .waits();
      hand.ring();
      hand.runAll();
      assertEquals("b", value(second.join()));
      assertThrows(IOException.class, () -> value(first));
    }
  }

  @Test
  void whoWaitsForAPermitMayBeInterrupted() throws Exception {
    try (Window window = Window.ofStages(plain, 1, null)) {
      window.start(CompletableFuture::new);
      Running<Object> waiting =
          Running.<Object>start(() -> window.start(CompletableFuture::new)).waits();
      waiting.interrupt();
      assertThrows(InterruptedException.class, waiting::join);
    }
  }

  @Test
  void whoIsInterruptedWhileWaitingForTheRateGivesItsPermitBack() throws Exception {
    HandDriven hand = new HandDriven();
    List<Long> waits = new ArrayList<>();
    Rate rate =
        new Rate(
            "vec",
            1,
            100,
            nanos -> {
              waits.add(nanos);
              if (waits.size() == 1) {
                throw new InterruptedException();
              }
            },
            () -> 0);
    UnderWay calls = new UnderWay(2, null, hand, hand);
    try (Window window = new Window(1, new Terms("vec", rate, null, null), calls)) {
      window.start(CompletableFuture::new);
      assertThrows(InterruptedException.class, () -> window.start(CompletableFuture::new));
      window.start(CompletableFuture::new);
      assertEquals(List.of(100L, 100L), waits, "its turn, too");
    }
  }

  @Test
  void whenItIsClosedWhoWaitsForAPermitIsSentAway() throws Exception {
    Window window = Window.ofStages(plain, 1, null);
    CompletableFuture<String> stage = new CompletableFuture<>();
    Pending<String> first = window.start(() -> stage);
    Running<Object> waiting =
        Running.<Object>start(() -> window.start(CompletableFuture::new)).waits();
    window.close();
    assertThrows(CancelledException.class, waiting::join);
    assertThrows(CancelledException.class, () -> value(first));
    assertTrue(stage.isCancelled());
    assertThrows(CancelledException.class, () -> window.start(CompletableFuture::new));
    assertThrows(CancelledException.class, () -> window.startBlocking(() -> "a"));
    window.close();
  }

  @Test
  void whatCompletesAfterTheCloseReachesNobody() throws Exception {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<String> source = new CompletableFuture<>();
    try (Window window = Window.ofStages(plain.attempts(3, 0, ALL, NONE), 1, null)) {
      window
          .<String>start(source::minimalCompletionStage)
          .stage()
          .whenComplete((result, failure) -> told.add(failure.getClass().getSimpleName()));
    }
    source.complete("late");
    assertEquals(List.of("CancelledException"), told);
  }

  // threads

  @Test
  void aCallThatWaitsHasAThreadOfItsOwn() throws Exception {
    try (Window window = Window.ofThreads(plain, 0, null)) {
      CountDownLatch both = new CountDownLatch(2);
      List<Pending<Thread>> calls = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        calls.add(
            window.startBlocking(
                () -> {
                  both.countDown();
                  both.await();
                  return Thread.currentThread();
                }));
      }
      Thread first = value(calls.get(0));
      Thread second = value(calls.get(1));
      assertNotSame(first, second);
      assertTrue(first.isDaemon() && second.isDaemon());
      assertEquals(Runtime.version().feature() >= 21, first.getClass() != Thread.class);
    }
  }

  @Test
  void itsThreadSeesTheClassesOfTheOneThatMadeTheWindow() throws Exception {
    ClassLoader own = new ClassLoader(getClass().getClassLoader()) {};
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(own);
    try (Window window = Window.ofThreads(plain, 0, null)) {
      assertSame(
          own, value(window.startBlocking(() -> Thread.currentThread().getContextClassLoader())));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void whatItFailsWithIsToldAsItIs() throws Exception {
    IOException failure = new IOException();
    Error error = new StackOverflowError();
    try (Window window = Window.ofThreads(plain, 1, null)) {
      Pending<String> failed =
          window.startBlocking(
              () -> {
                throw failure;
              });
      assertSame(failure, assertThrows(IOException.class, () -> value(failed)));
      Pending<String> broken =
          window.startBlocking(
              () -> {
                throw error;
              });
      assertSame(error, assertThrows(StackOverflowError.class, () -> value(broken)));
    }
  }

  @Test
  void itIsTriedAgainAndHasItsTime() throws Exception {
    Terms terms = plain.attempts(3, 0, ALL, NONE).within(1_000_000);
    AtomicInteger attempts = new AtomicInteger();
    try (Window window = Window.ofThreads(terms, 1, null)) {
      Pending<String> late =
          window.startBlocking(
              () -> {
                attempts.incrementAndGet();
                new CountDownLatch(1).await();
                return "never";
              });
      NodeTimeoutException timeout = assertThrows(NodeTimeoutException.class, () -> value(late));
      assertEquals(2, timeout.getSuppressed().length);
      assertEquals(3, attempts.get());
    }
  }

  @Test
  void closingItInterruptsWhatWaitsAndWaitsForItsThread() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    Window window = Window.ofThreads(plain, 1, null);
    Pending<String> call =
        window.startBlocking(
            () -> {
              try {
                inside.countDown();
                new CountDownLatch(1).await();
                return "never";
              } finally {
                events.add("left");
              }
            });
    inside.await();
    window.close();
    events.add("closed");
    assertEquals(List.of("left", "closed"), events);
    assertThrows(CancelledException.class, () -> value(call));
  }

  @Test
  void whatAnswersAnInterruptWithAFailureIsNotTriedAgainAfterTheClose() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    AtomicInteger attempts = new AtomicInteger();
    Window window = Window.ofThreads(plain.attempts(5, 0, ALL, NONE), 1, null);
    window.startBlocking(
        () -> {
          attempts.incrementAndGet();
          inside.countDown();
          try {
            new CountDownLatch(1).await();
            return "never";
          } catch (InterruptedException interrupted) {
            throw new IOException("interrupted", interrupted);
          }
        });
    inside.await();
    window.close();
    assertEquals(1, attempts.get());
  }

  @Test
  void theInterruptHarmsNoOtherCallOnTheSameThread() throws Exception {
    for (int i = 0; i < 200; i++) {
      Window window = Window.ofThreads(plain, 4, null);
      for (int each = 0; each < 4; each++) {
        window.startBlocking(() -> "a");
      }
      window.close();
      try (Window next = Window.ofThreads(plain, 4, null)) {
        for (int each = 0; each < 4; each++) {
          assertFalse(value(next.startBlocking(() -> Thread.currentThread().isInterrupted())));
        }
      }
    }
  }

  // both

  /** Calls end in every way at every moment: no permit is lost, none is there twice. */
  @Test
  void noPermitIsLostHoweverCallsEnd() throws Exception {
    int permits = 3;
    AtomicInteger inFlight = new AtomicInteger();
    Semaphore ended = new Semaphore(0);
    Terms terms = plain.attempts(2, 1000, ALL, NONE).within(200_000);
    try (Window stages = Window.ofStages(terms, permits, null);
        Window threads = Window.ofThreads(terms, permits, null)) {
      for (int i = 0; i < 3000; i++) {
        int way = ThreadLocalRandom.current().nextInt(6);
        Pending<Object> call =
            i % 2 == 0
                ? stages.start(() -> stage(way))
                : threads.startBlocking(() -> waited(way, inFlight, permits));
        call.stage().whenComplete((result, failure) -> ended.release());
      }
      ended.acquire(3000);
      List<Pending<Object>> all = new ArrayList<>();
      for (int i = 0; i < permits; i++) {
        all.add(stages.start(CompletableFuture::new)); // nobody waits for a permit
      }
      assertEquals(permits, all.size());
    }
    assertEquals(0, inFlight.get());
  }

  private static CompletionStage<Object> stage(int way) throws IOException {
    return switch (way) {
      case 0 -> CompletableFuture.completedFuture("a");
      case 1 -> CompletableFuture.failedFuture(new IOException());
      case 2 -> CompletableFuture.supplyAsync(() -> "a");
      case 3 -> new CompletableFuture<>();
      case 4 -> new CompletableFuture<>().minimalCompletionStage();
      default -> throw new IOException();
    };
  }

  private static Object waited(int way, AtomicInteger inFlight, int permits) throws Exception {
    int now = inFlight.incrementAndGet();
    try {
      assertTrue(now <= permits, () -> now + " at once");
      if (way == 1) {
        throw new IOException();
      } else if (way == 3) {
        new CountDownLatch(1).await();
      }
      return "a";
    } finally {
      inFlight.decrementAndGet();
    }
  }
}
