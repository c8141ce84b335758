package dev.millrace.runtime.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.spi.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who meets whom, and who gets what. */
@Timeout(60)
final class GatheringsTest {
  private static final long HOUR = 3_600_000_000_000L;

  @Test
  void whoIsAloneCallsAlone() throws Exception {
    Desk desk = new Desk();
    assertEquals(List.of("r1", "r2"), desk.call(desk.asked(desk.key, 0, 1, 2)));
    assertEquals(List.of(), desk.batches);
    assertEquals(List.of(List.of(1, 2)), desk.alone);
    assertEquals(0, desk.gatherings.size());
  }

  @Test
  void eightWhoComeWhileOneIsAtWorkAreOneCall() throws Exception {
    Desk desk = new Desk();
    Desk.Busy busy = desk.new Busy(0);
    var eight = desk.queue(IntStream.rangeClosed(1, 8).boxed().toArray(Integer[]::new));
    busy.let();
    assertEquals(List.of("r0"), busy.running.join());
    for (int i = 0; i < 8; i++) {
      assertEquals(List.of("r" + (i + 1)), eight.get(i).join());
    }
    assertEquals(List.of(List.of(1, 2, 3, 4, 5, 6, 7, 8)), desk.batches);
    assertEquals(List.of(List.of(0)), desk.alone);
    assertEquals(0, desk.gatherings.size());
  }

  @Test
  void aBatchIsWhatHasComeWhileTheOneBeforeWasAtWork() throws Exception {
    Desk desk = new Desk();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    desk.together =
        items -> {
          begun.countDown();
          end.await();
        };
    Desk.Busy busy = desk.new Busy(0);
    var first = desk.queue(1, 2, 3);
    busy.let();
    begun.await();
    var second = desk.queue(4, 5);
    end.countDown();
    for (var each : List.of(first.get(0), first.get(2), second.get(0), second.get(1))) {
      each.join();
    }
    assertEquals(List.of(List.of(1, 2, 3), List.of(4, 5)), desk.batches);
  }

  @Test
  void aBatchHasAtMostSoManyItemsAndNobodyIsOvertaken() throws Exception {
    Desk desk = new Desk(4, Long.MAX_VALUE, 0);
    Desk.Busy busy = desk.new Busy(0);
    List<Running<List<? extends String>>> calls = new ArrayList<>();
    for (Integer[] items : new Integer[][] {{1, 2, 3}, {4, 5}, {6}, {7, 8, 9, 10, 11}, {12}}) {
      calls.add(desk.start(items));
      desk.waitFor(calls.size());
    }
    busy.let();
    for (Running<List<? extends String>> each : calls) {
      each.join();
    }
    assertEquals(List.of("r4", "r5"), calls.get(1).join());
    assertEquals(List.of("r6"), calls.get(2).join());
    assertEquals(List.of(List.of(4, 5, 6)), desk.batches);
    assertEquals(
        List.of(List.of(0), List.of(1, 2, 3), List.of(7, 8, 9, 10, 11), List.of(12)), desk.alone);
  }

  @Test
  void aBatchWeighsAtMostSoMuch() throws Exception {
    Desk desk = new Desk(256, 10, 0);
    Desk.Busy busy = desk.new Busy(0);
    List<Running<List<? extends String>>> calls = new ArrayList<>();
    long[] weights = {6, 4, 1, Long.MAX_VALUE, 9, 1};
    for (int i = 0; i < weights.length; i++) {
      calls.add(desk.startHeavy(weights[i], i + 1));
      desk.waitFor(calls.size());
    }
    busy.let();
    for (Running<List<? extends String>> each : calls) {
      each.join();
    }
    assertEquals(List.of(List.of(1, 2), List.of(5, 6)), desk.batches);
    assertEquals(List.of(List.of(0), List.of(3), List.of(4)), desk.alone);
  }

  @Test
  void theListsAndTheResultsCannotBeChanged() throws Exception {
    Desk desk = new Desk();
    desk.together =
        items -> assertThrows(UnsupportedOperationException.class, () -> items.set(0, 9));
    Desk.Busy busy = desk.new Busy(0);
    var calls = desk.queue(1, 2);
    busy.let();
    List<? extends String> results = calls.get(1).join();
    assertEquals(List.of("r2"), results);
    assertThrows(UnsupportedOperationException.class, () -> results.remove(0));
    calls.get(0).join();
    assertEquals(List.of(List.of(0)), desk.alone, "no call has failed");
  }

  @Test
  void whoLeadsIsKnownWhileItsCallIsMade() throws Exception {
    Desk desk = new Desk();
    List<Boolean> leading = new ArrayList<>();
    desk.lone = items -> leading.add(Gatherings.isLeading());
    leading.add(Gatherings.isLeading());
    desk.call(desk.asked(desk.key, 0, 1));
    leading.add(Gatherings.isLeading());
    assertEquals(List.of(false, true, false), leading);
  }

  @Test
  void whoLingersGoesWhenTheBatchIsFull() throws Exception {
    Desk desk = new Desk(3, 100, HOUR);
    List<Running<List<? extends String>>> calls = desk.queue(1, 2);
    calls.add(desk.start(3));
    for (int i = 0; i < 3; i++) {
      assertEquals(List.of("r" + (i + 1)), calls.get(i).join());
    }
    assertEquals(List.of(List.of(1, 2, 3)), desk.batches);
    Running<List<? extends String>> light = desk.startHeavy(2, 4);
    desk.waitFor(1);
    Running<List<? extends String>> heavy = desk.startHeavy(99, 5);
    assertEquals(List.of("r4"), light.join());
    desk.gatherings.close();
    assertThrows(PipelineClosedException.class, heavy::join, "it would have waited an hour");
  }

  @Test
  void whoLingersGoesWhenItsTimeIsOver() throws Exception {
    Desk desk = new Desk(3, 100, 1);
    assertEquals(List.of("r1"), desk.call(desk.asked(desk.key, 0, 1)));
  }

  @Test
  void whenItClosesThoseWhoWaitAreRefusedAndThoseAtWorkGoOn() throws Exception {
    Desk desk = new Desk();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    desk.together =
        items -> {
          begun.countDown();
          end.await();
        };
    Desk.Busy busy = desk.new Busy(0);
    var atWork = desk.queue(1, 2);
    busy.let();
    begun.await();
    var waiting = desk.queue(3, 4);
    desk.gatherings.close();
    for (var each : waiting) {
      PipelineClosedException refused = assertThrows(PipelineClosedException.class, each::join);
      assertTrue(refused.getMessage().startsWith("Made is closed"), refused.getMessage());
    }
    end.countDown();
    assertEquals(List.of("r1"), atWork.get(0).join());
    assertEquals(List.of("r2"), atWork.get(1).join());
    assertThrows(PipelineClosedException.class, () -> desk.call(desk.asked(desk.key, 0, 5)));
    desk.gatherings.close();
    assertEquals(0, desk.gatherings.size());
  }

  @Test
  void whoLingersIsRefusedWhenItCloses() throws Exception {
    Desk desk = new Desk(3, 100, HOUR);
    var calls = desk.queue(1, 2);
    desk.gatherings.close();
    assertThrows(PipelineClosedException.class, calls.get(0)::join);
    assertThrows(PipelineClosedException.class, calls.get(1)::join);
    assertEquals(0, desk.gatherings.size());
  }

  @Test
  void callsOfAnotherKeyMeetNobodyHere() throws Exception {
    Desk desk = new Desk();
    Desk.Busy busy = desk.new Busy(0);
    assertEquals(List.of("r1"), desk.call(desk.asked(new Key("other"), 0, 1)));
    assertEquals(1, desk.gatherings.size());
    busy.let();
    busy.running.join();
    assertEquals(0, desk.gatherings.size());
    assertFalse(Gatherings.isLeading());
  }
}
