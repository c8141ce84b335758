package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.NodeTimeoutException;
import dev.millrace.runtime.exec.StageThreads;
import dev.millrace.runtime.exec.StreamedRun;
import dev.millrace.runtime.exec.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class DeadlineTest {
  private @Nullable Runnable bell;
  private int disarmed;

  /** One whose time is over when the test says so. */
  private final Deadline deadline =
      new Deadline(
          "vec",
          200_000_000,
          (nanos, armed) -> {
            assertEquals(200_000_000, nanos);
            bell = armed;
            return () -> disarmed++;
          });

  private void timeIsOver() {
    Runnable armed = bell;
    assertNotNull(armed);
    armed.run();
  }

  @AfterEach
  void noInterruptIsLeft() {
    assertFalse(Thread.interrupted());
  }

  private NodeTimeoutException assertTimesOut(Callable<?> call) {
    NodeTimeoutException timeout =
        assertThrows(NodeTimeoutException.class, () -> deadline.<Object>call(call::call));
    assertEquals("vec", timeout.node());
    assertEquals(Duration.ofMillis(200), timeout.limit());
    assertEquals(1, disarmed);
    return timeout;
  }

  @Test
  void aResultInTimeIsReturned() {
    assertEquals("a", deadline.<String>call(() -> "a"));
    assertNull(deadline.<@Nullable String>call(() -> null));
    assertEquals(2, disarmed);
  }

  @Test
  void aFailureInTimeIsThrownAsItIs() {
    IOException failure = new IOException();
    Callable<String> call =
        () -> {
          throw failure;
        };
    assertSame(failure, assertThrows(IOException.class, () -> deadline.call(call)));
    assertEquals(1, disarmed);
  }

  @Test
  void theTimeThatIsOverAfterTheEndHarmsNobody() {
    deadline.<String>call(() -> "a");
    timeIsOver();
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void whenTheTimeIsOverTheNodeIsInterrupted() {
    NodeTimeoutException timeout =
        assertTimesOut(
            () -> {
              timeIsOver();
              new CountDownLatch(1).await();
              return "never";
            });
    assertInstanceOf(InterruptedException.class, timeout.getCause());
  }

  @Test
  void whatTheNodeThrowsThenIsTheCause() {
    IOException thrown = new IOException();
    NodeTimeoutException timeout =
        assertTimesOut(
            () -> {
              timeIsOver();
              throw thrown;
            });
    assertSame(thrown, timeout.getCause());
    assertFalse(Thread.currentThread().isInterrupted(), "the interrupt was ours");
  }

  @Test
  void anErrorIsThrownAsItIsHoweverLate() {
    LinkageError thrown = new LinkageError();
    assertSame(
        thrown,
        assertThrows(
            LinkageError.class,
            () ->
                deadline.<Object>call(
                    () -> {
                      timeIsOver();
                      throw thrown;
                    })));
    assertFalse(Thread.currentThread().isInterrupted(), "the interrupt was ours");
  }

  @Test
  void aResultThatComesTooLateIsNone() {
    NodeTimeoutException timeout =
        assertTimesOut(
            () -> {
              timeIsOver();
              return "late";
            });
    assertNull(timeout.getCause());
  }

  @Test
  void anInterruptThatWasThereBeforeIsKept() {
    Thread.currentThread().interrupt();
    assertTimesOut(
        () -> {
          timeIsOver();
          return "late";
        });
    assertTrue(Thread.interrupted());
  }

  @Test
  void anInterruptThatWasThereBeforeIsKeptThoughTheNodeAnswersOurs() {
    assertTimesOut(
        () -> {
          Thread.currentThread().interrupt();
          timeIsOver();
          new CountDownLatch(1).await();
          return "never";
        });
    assertTrue(Thread.interrupted());
  }

  @Test
  void anInterruptThatComesAfterTheAnswerToOursIsKept() {
    assertTimesOut(
        () -> {
          timeIsOver();
          try {
            new CountDownLatch(1).await();
          } finally {
            Thread.currentThread().interrupt(); // somebody else
          }
          return "never";
        });
    assertTrue(Thread.interrupted());
  }

  @Test
  void anInterruptInTimeIsTheCallers() {
    assertEquals(
        "a",
        deadline.<String>call(
            () -> {
              Thread.currentThread().interrupt();
              return "a";
            }));
    assertTrue(Thread.interrupted());
    InterruptedException own = new InterruptedException();
    Callable<String> call =
        () -> {
          throw own;
        };
    assertSame(own, assertThrows(InterruptedException.class, () -> deadline.call(call)));
  }

  @Test
  void aStageIsCancelledWhenTheTimeIsOver() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    Running<String> waiting = Running.start(() -> inTime(stage)).waits();
    timeIsOver();
    assertThrows(NodeTimeoutException.class, waiting::join);
    assertTrue(stage.isCancelled());
  }

  private String inTime(CompletableFuture<String> stage) {
    return deadline.call(() -> Async.join("vec", stage));
  }

  @Test
  void aStageInTimeIsItsResultOrItsFailure() {
    assertEquals("a", inTime(CompletableFuture.completedFuture("a")));
    IOException failure = new IOException();
    CompletableFuture<String> failed = CompletableFuture.failedFuture(failure);
    assertSame(failure, assertThrows(IOException.class, () -> inTime(failed)));
  }

  @Test
  void theSharedTimerRingsOnADaemonThreadOfItsOwn() {
    Deadline real = Deadline.of("vec", 1);
    Callable<String> endless =
        () -> {
          new CountDownLatch(1).await();
          return "never";
        };
    for (int i = 0; i < 20; i++) {
      assertThrows(NodeTimeoutException.class, () -> real.call(endless));
      assertFalse(Thread.currentThread().isInterrupted());
    }
    List<Thread> timers =
        Thread.getAllStackTraces().keySet().stream()
            .filter(each -> each.getName().equals("millrace-timer"))
            .toList();
    assertEquals(1, timers.size());
    assertTrue(timers.get(0).isDaemon());
    assertNull(timers.get(0).getContextClassLoader());
  }

  /** The end of a call and its time meet at every moment; the thread is clean afterwards. */
  @Test
  void noInterruptOutlivesItsCallWhenTheTimeAndTheEndMeet() throws Exception {
    Running.together(
        4,
        thread ->
            () -> {
              for (int i = 0; i < 5_000; i++) {
                int rounds = i % 50;
                Deadline brief = Deadline.of("vec", 1 + (i % 7) * 10_000);
                try {
                  brief.<Integer>call(
                      () -> {
                        for (int each = 0; each < rounds * 100; each++) {
                          Thread.onSpinWait();
                        }
                        return rounds;
                      });
                } catch (NodeTimeoutException late) {
                  assertNull(late.getCause());
                }
                if (Thread.interrupted()) {
                  throw new AssertionError("interrupted after the call, round " + rounds);
                }
              }
              return 0;
            });
  }

  @Test
  void whatIsArmedIsLetGoOfWithTheCall() {
    Deadline hour = Deadline.of("vec", TimeUnit.HOURS.toNanos(1));
    for (int i = 0; i < 1000; i++) {
      hour.<String>call(() -> "a");
    }
    assertEquals(0, Alarm.SharedTimer.TIMER.getQueue().size());
  }

  @Test
  void aNodeNeedsSomeTime() {
    assertEquals(
        "\"vec\" needs some time, but this is 0ns",
        assertThrows(IllegalArgumentException.class, () -> Deadline.of("vec", 0)).getMessage());
  }

  /** The run ends between the alarm and the node's answer to it: to the JVM it is one interrupt. */
  @Test
  @Timeout(60)
  void theEndOfARunIsNotTakenForTheTime() {
    HandDriven alarm = new HandDriven();
    Deadline late = new Deadline("vec", 1, alarm);
    AtomicBoolean goesOn = new AtomicBoolean(true);
    Thread caller = Thread.currentThread();
    Work<Object> work =
        chunk -> {
          assertThrows(
              NodeTimeoutException.class,
              () ->
                  late.call(
                      () -> {
                        alarm.ring();
                        Thread.interrupted(); // as what waits does, while the run ends
                        caller.interrupt();
                        while (!Thread.interrupted()) {
                          Thread.onSpinWait();
                        }
                        throw new InterruptedException();
                      }));
          goesOn.set(!Thread.currentThread().isInterrupted());
        };
    try (StageThreads threads = new StageThreads("test")) {
      StreamedRun<Object> run = new StreamedRun<>(2, List.of(new StreamedRun.Plan<>(work, 1)));
      assertThrows(
          InterruptedException.class,
          () -> run.run(List.<Object>of("chunk").iterator(), chunk -> {}, threads));
    }
    assertFalse(goesOn.get(), "the rest of the chunk is not wanted");
  }
}
