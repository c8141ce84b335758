package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.CancelledException;
import dev.millrace.runtime.DevicePermits;
import dev.millrace.runtime.OnDevice;
import dev.millrace.runtime.PipelineClosedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The permits of calls that go on when the thread that began them has left. */
@Timeout(60)
final class DeviceUnderWayTest {
  private static final Class<?>[] ALL = {Exception.class};
  private static final Class<?>[] NONE = {};

  private final Terms plain = Terms.of("vec");
  private final DevicePermits gpu = DevicePermits.of("cuda:0", 1);
  private final Resources resources = new Resources("P", Chip.limited(gpu));
  private final Leases run = resources.begin();
  private final Held<OnDevice> chip = run.hold(new Chip("cuda:0", 1), "chip");

  @AfterEach
  void nothingIsLeft() {
    assertFalse(Thread.interrupted());
    run.close();
    assertEquals(1, Chip.free(gpu));
  }

  private Window stages(Terms terms) {
    return Window.ofStages(terms, 8, run, chip);
  }

  private Window threads(Terms terms) {
    return Window.ofThreads(terms, 8, run, chip);
  }

  @Test
  void aStageKeepsItsPermitUntilItCompletes() throws Exception {
    try (Window window = stages(plain)) {
      CompletableFuture<String> first = new CompletableFuture<>();
      Pending<String> call = window.start(() -> first);
      Running<Pending<String>> second =
          Running.start(() -> window.<String>start(() -> CompletableFuture.completedFuture("b")))
              .waits();
      first.complete("a");
      assertEquals("b", second.join().join());
      assertEquals("a", call.join());
    }
  }

  @Test
  void aThreadKeepsItsPermitUntilItIsOut() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (Window window = threads(plain)) {
      Pending<Boolean> call =
          window.startBlocking(
              () -> {
                end.await();
                return DeviceCall.current() != null;
              });
      Running<Pending<String>> second =
          Running.start(() -> window.<String>startBlocking(() -> "b")).waits();
      end.countDown();
      assertTrue(call.join());
      assertEquals("b", second.join().join());
    }
  }

  @Test
  void allAttemptsHaveOnePermit() throws Exception {
    HandDriven hand = new HandDriven();
    UnderWay calls = new UnderWay(8, run, hand, hand, chip);
    List<Integer> free = new ArrayList<>();
    try (Window window = new Window(8, plain.attempts(3, 5, ALL, NONE), calls)) {
      Pending<String> call =
          window.start(
              () -> {
                free.add(Chip.free(gpu));
                DeviceCall.begin(chip).end(); // also on the thread of a later attempt
                throw new IOException();
              });
      for (int later = 0; later < 2; later++) {
        free.add(Chip.free(gpu));
        hand.ring();
        hand.runAll();
      }
      assertThrows(IOException.class, call::join);
    }
    assertEquals(List.of(0, 0, 0, 0, 0), free, "in the attempts, and between them");
  }

  @Test
  void whatIsCancelledKeepsItsPermitWhileItIsAtWork() throws Exception {
    CompletableFuture<String> source = new CompletableFuture<>();
    try (Window window = stages(plain)) {
      window.<String>start(source::minimalCompletionStage);
    }
    assertEquals(0, Chip.free(gpu));
    source.complete("late");
    assertEquals(1, Chip.free(gpu));
  }

  @Test
  void whoIsInterruptedWhileWaitingForTheDeviceGivesItsPlaceInTheWindowBack() throws Exception {
    try (Window window = Window.ofStages(plain, 1, run, chip)) {
      DeviceCall mine = DeviceCall.begin(chip);
      Running<Object> waiting =
          Running.<Object>start(() -> window.start(CompletableFuture::new)).waits();
      waiting.interrupt();
      assertThrows(InterruptedException.class, waiting::join);
      mine.end();
      assertEquals("a", window.start(() -> CompletableFuture.completedFuture("a")).join());
    }
  }

  @Test
  void aWindowThatIsClosedTakesNoPermit() {
    Window window = stages(plain);
    window.close();
    assertThrows(CancelledException.class, () -> window.start(CompletableFuture::new));
  }

  @Test
  void aStageOfTheStraightLineHasThePermitsOfTheCallThatBeganIt() throws Exception {
    CompletableFuture<String> stage = new CompletableFuture<>();
    try (Started started = Started.with(run)) {
      DeviceCall device = DeviceCall.begin(chip);
      Pending<String> call;
      try {
        call = device.until(started.<String>add(0, "vec", stage));
      } finally {
        device.end();
      }
      assertEquals(0, Chip.free(gpu));
      stage.complete("a");
      assertEquals("a", call.join());
      assertEquals(1, Chip.free(gpu));
    }
  }

  @Test
  void aStageThatCompletedAtOnceGivesItsPermitBackAtOnce() throws Exception {
    try (Started started = Started.with(run)) {
      DeviceCall device = DeviceCall.begin(chip);
      device.until(started.<String>add(0, "vec", CompletableFuture.completedFuture("a")));
      device.end();
      assertEquals(1, Chip.free(gpu));
    }
  }

  @Test
  void aLaterAttemptOfTheStraightLineGoesOnUnderThePermit() throws Exception {
    HandDriven hand = new HandDriven();
    try (Started started = new Started(new UnderWay(8, run, hand, hand))) {
      DeviceCall device = DeviceCall.begin(chip);
      List<Integer> attempts = new ArrayList<>();
      Pending<String> call =
          device.until(
              started.start(
                  0,
                  plain.attempts(2, 5, ALL, NONE),
                  () -> {
                    attempts.add(Chip.free(gpu));
                    DeviceCall.begin(chip).end();
                    return attempts.size() == 1
                        ? CompletableFuture.failedFuture(new IOException())
                        : CompletableFuture.completedFuture("a");
                  }));
      device.end();
      assertEquals(0, Chip.free(gpu), "between the attempts");
      hand.ring();
      hand.runAll();
      assertEquals("a", call.join());
      assertEquals(List.of(0, 0), attempts);
    }
  }

  /** Calls end in every way at every moment: no permit is lost, none is there twice. */
  @Test
  void noPermitIsLostHoweverCallsEnd() throws Exception {
    DevicePermits three = DevicePermits.of("cuda:0", 3);
    Chip counted = new Chip("cuda:0", 3);
    Resources pipeline = new Resources("Q", Chip.limited(three));
    Semaphore ended = new Semaphore(0);
    Terms terms = plain.attempts(2, 1000, ALL, NONE).within(200_000);
    try (Leases own = pipeline.begin()) {
      Held<OnDevice> held = own.hold(counted, "chip");
      try (Window stages = Window.ofStages(terms, 8, own, held);
          Window threads = Window.ofThreads(terms, 8, own, held)) {
        for (int i = 0; i < 3000; i++) {
          int way = ThreadLocalRandom.current().nextInt(7);
          Pending<Object> call =
              i % 2 == 0
                  ? stages.start(() -> stage(way))
                  : threads.startBlocking(() -> waited(way, counted));
          if (way == 6) {
            call.cancel(new CancelledException("vec"));
          }
          call.stage().whenComplete((result, failure) -> ended.release());
        }
        ended.acquire(3000);
        Running<Object> last = Running.<Object>start(() -> threads.startBlocking(() -> "a").join());
        assertEquals("a", last.join());
        for (int i = 0; i < 3; i++) {
          stages.start(CompletableFuture::new); // the close cancels them
        }
      }
    }
    assertEquals(0, counted.inside());
    assertEquals(3, Chip.free(three));
  }

  private static CompletionStage<Object> stage(int way) throws IOException {
    return switch (way) {
      case 0 -> CompletableFuture.completedFuture("a");
      case 1 -> CompletableFuture.failedFuture(new IOException());
      case 2 -> CompletableFuture.supplyAsync(() -> "a");
      case 3, 6 -> new CompletableFuture<>();
      case 4 -> CompletableFuture.<Object>supplyAsync(() -> "a").minimalCompletionStage();
      default -> throw new IOException();
    };
  }

  private static Object waited(int way, Chip chip) throws Exception {
    chip.enter();
    try {
      if (way == 1) {
        throw new IOException();
      } else if (way == 3) {
        new CountDownLatch(1).await();
      }
      return "a";
    } finally {
      chip.leave();
    }
  }

  /** Runs of two pipelines come and go, wait, are interrupted, closed and late. */
  @Test
  void noPermitIsLostWhateverEndsThoseWhoWait() throws Exception {
    DevicePermits two = DevicePermits.of("cuda:0", 2);
    Chip counted = new Chip("cuda:0", 2);
    for (int round = 0; round < 60; round++) {
      Resources first = new Resources("A", Chip.limited(two));
      Resources second = new Resources("B", Chip.limited(two));
      List<Running<Integer>> callers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Resources mine = i % 2 == 0 ? first : second;
        callers.add(Running.start(() -> calls(mine, counted)));
      }
      int way = round % 3;
      if (way != 0) {
        Thread.yield();
        callers.get(0).interrupt();
        callers.get(1).interrupt();
      }
      if (way == 1) {
        first.close();
      }
      for (Running<Integer> each : callers) {
        try {
          assertEquals(20, each.join());
        } catch (InterruptedException | PipelineClosedException asWanted) {
          assertTrue(way != 0);
        }
      }
      assertEquals(0, counted.inside());
      assertEquals(2, Chip.free(two));
    }
  }

  private static int calls(Resources pipeline, Chip chip) throws Exception {
    try (Leases own = pipeline.begin()) {
      Held<OnDevice> held = own.hold(chip, "chip");
      for (int i = 0; i < 20; i++) {
        DeviceCall.call(
            new Held<?>[] {held},
            () -> {
              chip.enter();
              Thread.yield();
              chip.leave();
              return "";
            });
      }
    }
    return 20;
  }
}
