package dev.millrace.runtime.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.spi.Logs;
import dev.millrace.runtime.spi.Running;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong goes wrong for its own caller alone. */
@Timeout(60)
final class GatheringsFailureTest {
  private static final long HOUR = 3_600_000_000_000L;

  /** Lets three calls meet, the second of which has the poison. */
  private static List<Running<List<? extends String>>> poisoned(Desk desk, Throwable thrown)
      throws Exception {
    Desk.Busy busy = desk.new Busy(0);
    Desk.Work fails =
        items -> {
          if (items.contains(2)) {
            sneak(thrown);
          }
        };
    desk.together = fails;
    Desk.Work work = desk.lone;
    desk.lone =
        items -> {
          work.on(items);
          fails.on(items);
        };
    var calls = desk.queue(1, 2, 3);
    busy.let();
    busy.running.join();
    return calls;
  }

  @SuppressWarnings("unchecked") // nobody looks at X
  private static <X extends Throwable> void sneak(Throwable thrown) throws X {
    throw (X) thrown;
  }

  @Test
  void poisonFailsItsOwnCallerAlone() throws Exception {
    Desk desk = new Desk();
    IllegalStateException poison = new IllegalStateException("poison");
    try (Logs logs = new Logs()) {
      var calls = poisoned(desk, poison);
      assertEquals(List.of("r1"), calls.get(0).join());
      assertSame(poison, assertThrows(IllegalStateException.class, calls.get(1)::join));
      assertEquals(List.of("r3"), calls.get(2).join());
      assertEquals(List.of(List.of(1, 2, 3)), desk.batches);
      assertEquals(4, desk.alone.size());
      assertEquals(1, logs.at(Level.WARNING).size());
      assertEquals(
          "the @Batch twin of \"node\" failed for 3 calls that had met; each is made again, alone",
          logs.at(Level.WARNING).get(0).getMessage());
      assertSame(poison, logs.at(Level.WARNING).get(0).getThrown());
    }
    assertEquals(0, desk.gatherings.size());
  }

  @Test
  void aTwinThatFailsEachTimeIsAWarningOnce() throws Exception {
    Desk desk = new Desk();
    try (Logs logs = new Logs()) {
      for (int i = 0; i < 3; i++) {
        for (var each : poisoned(desk, new IllegalStateException("poison"))) {
          try {
            each.join();
          } catch (IllegalStateException expected) {
            assertEquals("poison", expected.getMessage());
          }
        }
      }
      assertEquals(1, logs.at(Level.WARNING).size());
      assertEquals(2, logs.at(Level.FINE).size());
    }
  }

  @Test
  void anErrorFailsItsOwnCallerAloneToo() throws Exception {
    Desk desk = new Desk();
    try (Logs logs = new Logs()) {
      var calls = poisoned(desk, new StackOverflowError());
      assertEquals(List.of("r1"), calls.get(0).join());
      assertThrows(StackOverflowError.class, calls.get(1)::join);
      assertEquals(List.of("r3"), calls.get(2).join());
      assertEquals(1, logs.at(Level.WARNING).size());
    }
  }

  @Test
  void theWrongNumberOfResultsIsAFailureOfTheTwin() throws Exception {
    Desk desk = new Desk();
    List<List<String>> returned = Collections.synchronizedList(new ArrayList<>());
    returned.add(List.of("r1"));
    returned.add(null);
    for (String said :
        List.of("was given 2 items and returned 1 results", "returned null; it must return")) {
      Desk.Busy busy = desk.new Busy(0);
      List<Running<List<? extends String>>> calls = new ArrayList<>();
      for (int item = 1; item <= 2; item++) {
        Call<String> sound = desk.asked(desk.key, 0, item);
        Call<String> broken =
            new Call<>(
                sound.key(),
                sound.limits(),
                sound.lists(),
                0,
                lists -> returned.remove(0),
                sound.alone());
        calls.add(Running.start(() -> desk.call(broken)));
        desk.waitFor(item);
      }
      try (Logs logs = new Logs()) {
        busy.let();
        assertEquals(List.of("r1"), calls.get(0).join());
        assertEquals(List.of("r2"), calls.get(1).join());
        String told =
            (said.startsWith("was") ? logs.at(Level.WARNING) : logs.at(Level.FINE))
                .get(0)
                .getThrown()
                .getMessage();
        assertTrue(told.contains("the @Batch twin of \"node\" " + said), told);
      }
    }
  }

  @Test
  void anInterruptOfWhoLeadsEndsItsOwnCallAlone() throws Exception {
    Desk desk = new Desk();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    desk.together =
        items -> {
          if (first.getAndSet(false)) {
            begun.countDown();
            new CountDownLatch(1).await();
          }
        };
    Desk.Busy busy = desk.new Busy(0);
    var calls = desk.queue(1, 2, 3);
    busy.let();
    begun.await();
    Running<List<? extends String>> late = desk.start(4);
    desk.waitFor(1);
    calls.get(0).interrupt();
    assertThrows(InterruptedException.class, calls.get(0)::join);
    assertEquals(List.of("r2"), calls.get(1).join());
    assertEquals(List.of("r3"), calls.get(2).join());
    assertEquals(List.of("r4"), late.join());
    assertEquals(List.of(List.of(1, 2, 3), List.of(2, 3, 4)), desk.batches);
    assertEquals(List.of(List.of(0)), desk.alone);
    assertEquals(0, desk.gatherings.size());
  }

  @Test
  void aTwinThatFailsOtherwiseForAnInterruptHarmsNobodyElse() throws Exception {
    Desk desk = new Desk();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    desk.together =
        items -> {
          if (first.getAndSet(false)) {
            begun.countDown();
            while (!Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
            throw new IllegalStateException("stopped");
          }
        };
    Desk.Busy busy = desk.new Busy(0);
    Desk.Work work = desk.lone;
    desk.lone =
        items -> {
          work.on(items);
          if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped alone");
          }
        };
    var calls = desk.queue(1, 2, 3);
    busy.let();
    begun.await();
    calls.get(0).interrupt();
    IllegalStateException stopped = assertThrows(IllegalStateException.class, calls.get(0)::join);
    assertEquals("stopped alone", stopped.getMessage());
    assertEquals(List.of("r2"), calls.get(1).join());
    assertEquals(List.of("r3"), calls.get(2).join());
    assertEquals(List.of(List.of(1, 2, 3), List.of(2, 3)), desk.batches);
  }

  @Test
  void whoIsInterruptedInTheQueueIsInNoBatch() throws Exception {
    Desk desk = new Desk();
    Desk.Busy busy = desk.new Busy(0);
    var calls = desk.queue(1, 2, 3);
    calls.get(0).interrupt();
    assertThrows(InterruptedException.class, calls.get(0)::join);
    assertEquals(2, desk.gatherings.waiting(desk.key));
    busy.let();
    assertEquals(List.of("r2"), calls.get(1).join());
    assertEquals(List.of("r3"), calls.get(2).join());
    assertEquals(List.of(List.of(2, 3)), desk.batches);
  }

  @Test
  void whoIsInterruptedWhileOthersWorkForItLeaves() throws Exception {
    Desk desk = new Desk();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    desk.together =
        items -> {
          begun.countDown();
          end.await();
        };
    Desk.Busy busy = desk.new Busy(0);
    var calls = desk.queue(1, 2, 3);
    busy.let();
    begun.await();
    calls.get(1).interrupt();
    assertThrows(InterruptedException.class, calls.get(1)::join);
    end.countDown();
    assertEquals(List.of("r1"), calls.get(0).join());
    assertEquals(List.of("r3"), calls.get(2).join());
  }

  @Test
  void whoHasLeftIsNotQueuedAgain() throws Exception {
    Desk desk = new Desk();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    desk.together =
        items -> {
          if (first.getAndSet(false)) {
            begun.countDown();
            new CountDownLatch(1).await();
          }
        };
    Desk.Busy busy = desk.new Busy(0);
    var calls = desk.queue(1, 2, 3, 4);
    busy.let();
    begun.await();
    calls.get(1).interrupt();
    assertThrows(InterruptedException.class, calls.get(1)::join);
    calls.get(0).interrupt();
    assertThrows(InterruptedException.class, calls.get(0)::join);
    assertEquals(List.of("r3"), calls.get(2).join());
    assertEquals(List.of("r4"), calls.get(3).join());
    assertEquals(List.of(List.of(1, 2, 3, 4), List.of(3, 4)), desk.batches);
  }

  @Test
  void whoWouldBeQueuedAgainIsRefusedOnceItIsClosed() throws Exception {
    Desk desk = new Desk();
    CountDownLatch begun = new CountDownLatch(1);
    desk.together =
        items -> {
          begun.countDown();
          new CountDownLatch(1).await();
        };
    Desk.Busy busy = desk.new Busy(0);
    var calls = desk.queue(1, 2);
    busy.let();
    begun.await();
    desk.gatherings.close();
    calls.get(0).interrupt();
    assertThrows(InterruptedException.class, calls.get(0)::join);
    assertThrows(dev.millrace.runtime.PipelineClosedException.class, calls.get(1)::join);
    assertEquals(0, desk.gatherings.size());
  }

  @Test
  void whereWhoLingersIsInterruptedTheNextOneDoes() throws Exception {
    Desk desk = new Desk(3, 100, HOUR);
    var calls = desk.queue(1, 2);
    calls.get(0).interrupt();
    assertThrows(InterruptedException.class, calls.get(0)::join);
    assertEquals(1, desk.gatherings.waiting(desk.key));
    Running<List<? extends String>> third = desk.start(3);
    desk.waitFor(2);
    Running<List<? extends String>> fourth = desk.start(4);
    assertEquals(List.of("r2"), calls.get(1).join());
    assertEquals(List.of("r3"), third.join());
    assertEquals(List.of("r4"), fourth.join());
    assertEquals(List.of(List.of(2, 3, 4)), desk.batches);
  }

  @Test
  void whoComesInterruptedCallsAlone() throws Exception {
    Desk desk = new Desk();
    Desk.Busy busy = desk.new Busy(0);
    Thread.currentThread().interrupt();
    assertEquals(List.of("r1"), desk.call(desk.asked(desk.key, 0, 1)));
    assertTrue(Thread.interrupted());
    busy.let();
    busy.running.join();
    assertFalse(Thread.currentThread().isInterrupted());
  }
}
