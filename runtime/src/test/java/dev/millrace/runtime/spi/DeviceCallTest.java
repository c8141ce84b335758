package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.DevicePermits;
import dev.millrace.runtime.OnDevice;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Resource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The permits of calls that are made on the thread that began them. */
@Timeout(60)
final class DeviceCallTest {
  private final DevicePermits gpu = DevicePermits.of("cuda:0", 1);
  private final DevicePermits other = DevicePermits.of("cuda:1", 1);
  private final Resources resources = new Resources("P", Chip.limited(gpu, other));
  private final Leases run = resources.begin();
  private final Held<OnDevice> chip = run.hold(new Chip("cuda:0", 1), "chip");
  private final Held<OnDevice> second = run.hold(new Chip("cuda:1", 1), "second");

  @AfterEach
  void nothingIsLeft() {
    assertNull(DeviceCall.current());
    assertFalse(Thread.interrupted());
    run.close();
  }

  /** Begins a call elsewhere, and ends it. */
  private Running<Boolean> elsewhere(Held<?>... held) {
    return Running.start(
        () -> {
          DeviceCall.begin(held).end();
          return DeviceCall.current() == null;
        });
  }

  @Test
  void whatIsNotLimitedCostsNothing() {
    assertSame(DeviceCall.none(), DeviceCall.begin((Held<?>) null));
    assertSame(DeviceCall.none(), DeviceCall.begin(null, null));
    assertSame(DeviceCall.none(), DeviceCall.begin(run.hold(new Object(), "plain")));
    try (Leases free = new Resources("Q", Setup.DEFAULT).begin()) {
      Held<Object> unopened = free.hold(unopenable(), "model");
      assertSame(DeviceCall.none(), DeviceCall.begin(unopened), "it was not even opened");
    }
  }

  private static Resource<Object> unopenable() {
    return () -> {
      throw new AssertionError("opened");
    };
  }

  @Test
  void whoComesSecondWaitsUntilTheFirstHasEnded() throws Exception {
    DeviceCall first = DeviceCall.begin(chip);
    Running<Boolean> waiting = elsewhere(chip).waits();
    first.end();
    assertTrue(waiting.join());
    assertEquals(1, Chip.free(gpu));
  }

  @Test
  void pipelinesThatAreGivenTheSameShareItsPermits() throws Exception {
    try (Leases another = new Resources("Q", Chip.limited(gpu)).begin()) {
      Held<Object> theirs = another.hold(Chip.handle("cuda:0"), "model");
      DeviceCall first = DeviceCall.begin(chip);
      Running<Boolean> waiting = elsewhere(theirs).waits();
      first.end();
      assertTrue(waiting.join());
    }
  }

  @Test
  void whatTheObjectSaysGoesBeforeItsHandleAndThatBeforeItsType() {
    assertEquals("cuda:0", chip.on("cuda:9").device());
    assertEquals("cuda:1", run.hold(Chip.handle("cuda:1"), "handle").on("cuda:9").device());
    assertEquals("cuda:9", run.hold(Chip.handle(""), "silent").on("cuda:9").device());
    assertEquals("cuda:9", run.hold(new Chip("", 1), "none").on("cuda:9").device());
    assertEquals("cuda:9", run.hold(new Object(), "live").on("cuda:9").device());
    assertEquals("", run.hold(new Object(), "live").device());
    try (Leases later = resources.begin()) {
      assertEquals("cuda:9", run.hold(new Object(), "live").on("cuda:9").in(later).device());
    }
  }

  @Test
  void aDeviceThatIsNullIsTheObjectsFault() {
    OnDevice wrong = () -> null;
    Held<OnDevice> held = run.hold(wrong, "wrong");
    NullPointerException thrown =
        assertThrows(NullPointerException.class, () -> DeviceCall.begin(held));
    assertTrue(
        thrown.getMessage().endsWith("occupies null; OnDevice.device() returns a name, or \"\""));
  }

  @Test
  void whoeverReadsTheSameDeviceTwiceHasOnePermit() {
    Held<OnDevice> again = run.hold(new Chip("cuda:0", 1), "again");
    DeviceCall call = DeviceCall.begin(chip, null, again);
    assertEquals(0, Chip.free(gpu));
    call.end();
    assertEquals(1, Chip.free(gpu));
  }

  /** Each takes both, in its own order: were it kept, they would soon wait for each other. */
  @Test
  void severalDevicesAreTakenInTheOrderOfTheirNames() throws Exception {
    List<Integer> rounds =
        Running.together(
            4,
            thread ->
                () -> {
                  for (int i = 0; i < 500; i++) {
                    DeviceCall both =
                        thread % 2 == 0
                            ? DeviceCall.begin(chip, second)
                            : DeviceCall.begin(second, chip);
                    both.end();
                  }
                  return 500;
                });
    assertEquals(List.of(500, 500, 500, 500), rounds);
    DeviceCall last = DeviceCall.begin(second);
    Running<Boolean> waiting = elsewhere(second, chip).waits();
    assertEquals(0, Chip.free(gpu), "the first in order is taken, the second waited for");
    last.end();
    assertTrue(waiting.join());
  }

  @Test
  void whoIsInterruptedWhileWaitingGivesBackWhatItHas() throws Exception {
    DeviceCall first = DeviceCall.begin(second);
    Running<Boolean> waiting = elsewhere(chip, second).waits();
    waiting.interrupt();
    assertThrows(InterruptedException.class, waiting::join);
    assertEquals(1, Chip.free(gpu));
    first.end();
    assertEquals(1, Chip.free(other));
  }

  @Test
  void anInterruptCountsOnlyWhereThereIsSomethingToWaitFor() {
    chip.get(); // opening may be interrupted
    Thread.currentThread().interrupt();
    DeviceCall.begin(chip).end();
    assertTrue(Thread.interrupted());
  }

  @Test
  void whoWaitsIsToldThatThePipelineIsClosed() throws Exception {
    DeviceCall first = DeviceCall.begin(chip);
    Running<Boolean> waiting = elsewhere(chip).waits();
    resources.close();
    assertThrows(PipelineClosedException.class, waiting::join);
    first.end();
    assertEquals(1, Chip.free(gpu));
    assertThrows(PipelineClosedException.class, () -> DeviceCall.begin(chip));
  }

  @Test
  void whatFailsGivesItsPermitBack() {
    assertThrows(
        IllegalStateException.class,
        () ->
            DeviceCall.call(
                new Held<?>[] {chip},
                () -> {
                  assertEquals(0, Chip.free(gpu));
                  throw new IllegalStateException();
                }));
    assertEquals(1, Chip.free(gpu));
  }

  // calls within calls

  @Test
  void aCallWithinACallGoesOnUnderItsPermit() {
    DeviceCall outer = DeviceCall.begin(chip);
    DeviceCall inner = DeviceCall.begin(chip, second);
    DeviceCall innermost = DeviceCall.begin(chip);
    assertSame(innermost, DeviceCall.current());
    innermost.end();
    assertSame(inner, DeviceCall.current());
    assertEquals(0, Chip.free(other));
    inner.end();
    assertSame(outer, DeviceCall.current());
    assertEquals(0, Chip.free(gpu));
    assertEquals(1, Chip.free(other));
    outer.end();
    assertEquals(1, Chip.free(gpu));
  }

  @Test
  void theRunsThatBeginWithinACallShareItsPermitWhateverThreadsTheyHave() throws Exception {
    DeviceCall outer = DeviceCall.begin(chip);
    try (Leases inner = new Resources("Q", Chip.limited(gpu)).begin()) {
      Chip theirs = new Chip("cuda:0", 1);
      Held<OnDevice> held = inner.hold(theirs, "theirs");
      Running.together(
          4,
          thread ->
              () -> {
                for (int i = 0; i < 200; i++) {
                  DeviceCall.call(
                      new Held<?>[] {held},
                      () -> {
                        theirs.enter();
                        theirs.leave();
                        return "";
                      });
                }
                return DeviceCall.current();
              });
      assertEquals(800, theirs.calls());
      Running<Boolean> stranger = elsewhere(chip).waits();
      outer.end();
      assertTrue(stranger.join());
    }
  }

  @Test
  void aSecondLimitOfTheSameNameIsAnother() {
    DevicePermits theirs = DevicePermits.of("cuda:0", 1);
    try (Leases inner = new Resources("Q", Chip.limited(theirs)).begin()) {
      Held<Object> held = inner.hold(Chip.handle("cuda:0"), "model");
      DeviceCall outer = DeviceCall.begin(chip);
      DeviceCall call = DeviceCall.begin(held);
      assertEquals(0, Chip.free(theirs));
      call.end();
      outer.end();
    }
  }

  @Test
  void aServedRunWithinACallMeetsNobodyWhoMightWaitForTheDevice() {
    try (Execution served = new Execution("P", Chip.limited(gpu)).serve()) {
      DeviceCall outer = DeviceCall.begin(chip);
      assertFalse(served.start(Memo.NONE).meets());
      outer.end();
      assertTrue(served.start(Memo.NONE).meets());
    }
  }

  @Test
  void thoseWhoMeetHaveOnePermitTogether() throws Exception {
    Meeting meeting = Meeting.of("node").maxItems(3).linger(3_600_000_000_000L);
    try (Execution served = new Execution("P", Chip.limited(gpu)).serve()) {
      List<String> results =
          Running.together(
              3,
              thread ->
                  () ->
                      meeting.<String>one(
                          served.start(Memo.NONE),
                          new Held<?>[] {chip},
                          new Object[] {"text"},
                          new Object[] {chip},
                          lists -> {
                            assertEquals(0, Chip.free(gpu));
                            return lists.<String>get(0).stream().map(each -> each + "!").toList();
                          },
                          () -> "alone"));
      assertEquals(List.of("text!", "text!", "text!"), results);
    }
    assertEquals(1, Chip.free(gpu));
  }

  @Test
  void whatIsMadeAgainTakesAPermitToo() throws Exception {
    Again node = Again.of(in -> Chip.free(gpu), chip).onDevices();
    assertEquals(0, node.call());
    assertEquals(1, Again.of(in -> Chip.free(gpu), chip).call(), "a use has nodes that do");
    run.close();
    assertEquals(0, node.call(), "in a run of its own");
    assertEquals(1, Chip.free(gpu));
  }

  @Test
  void theThreadThatWaitedHasThePermitWhenItGoesOn() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    DeviceCall first = DeviceCall.begin(chip);
    Running<DeviceCall> waiting =
        Running.start(
                () -> {
                  DeviceCall mine = DeviceCall.begin(chip);
                  in.countDown();
                  out.await();
                  mine.end();
                  return mine;
                })
            .waits();
    first.end();
    in.await();
    assertEquals(0, Chip.free(gpu));
    out.countDown();
    assertNotSame(first, waiting.join());
  }
}
