package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.NoFreeInstanceException;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.ResourceOpenException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a run has to itself. */
final class LeasesTest {
  private final Model.Diary diary = new Model.Diary();
  private final Resources resources = new Resources("P", Setup.DEFAULT);

  private Model.Handle one(String name) {
    return Model.Handle.perWorker(name, diary, 1);
  }

  @Test
  void giveTwoRunsTwoInstances() {
    Model.Handle handle = Model.Handle.perWorker("a", diary, 0);
    try (Leases first = resources.begin();
        Leases second = resources.begin()) {
      Held<Model> held = first.hold(handle, "encoder");
      assertNotSame(held.get(), second.<Model>hold(handle, "encoder").get());
      assertSame(held.get(), first.<Model>hold(handle, "other").get(), "one lease a run");
    }
    assertEquals(List.of("open a", "open a"), diary.entries());
    resources.close();
    assertEquals(2, diary.count("close a"));
  }

  @Test
  void leaseWhatIsNoHandleWhereTheInputSaysSo() {
    Resource<Model> plain = () -> new Model("a", diary);
    Model live = new Model("live", diary);
    try (Leases first = resources.begin();
        Leases second = resources.begin()) {
      Held<Model> held = first.holdPerWorker(2, plain, "parser");
      assertNotSame(held.get(), second.<Model>holdPerWorker(2, plain, "parser").get());
      assertSame(held.get(), first.<Model>holdPerWorker(2, plain, "other").get());
      assertSame(live, second.<Model>holdPerWorker(2, live, "live").get());
    }
    resources.close();
    assertEquals(2, diary.count("close a"));
    assertEquals(0, diary.count("close live"));
  }

  @Test
  void believeAHandleRatherThanTheInput() {
    Model.Handle shared = Model.Handle.shared("a", diary);
    try (Leases first = resources.begin();
        Leases second = resources.begin()) {
      assertSame(
          first.<Model>holdPerWorker(1, shared, "parser").get(),
          second.<Model>holdPerWorker(1, shared, "parser").get());
    }
  }

  @Test
  void giveInstancesBackToBeUsedAgain() {
    Model first;
    try (Leases run = resources.begin()) {
      first = run.<Model>hold(one("a"), "encoder").get();
    }
    try (Leases run = resources.begin()) {
      assertSame(first, run.<Model>hold(one("a"), "encoder").get());
    }
    assertEquals(List.of("open a"), diary.entries());
  }

  @Test
  void openNothingByReserving() throws Exception {
    try (Leases run = resources.begin()) {
      Held<Model> held = run.hold(one("a"), "encoder");
      run.reserve(held, run.hold(one("a"), "same"), run.hold("live", "live"));
      run.reserve(held);
      run.reserve();
      assertEquals(List.of(), diary.entries());
    }
    try (Leases run = resources.begin()) {
      run.reserve(run.hold(one("a"), "encoder"));
    }
  }

  @Test
  void waitForAnInstanceUntilItIsGivenBack() throws Exception {
    Leases first = resources.begin();
    Model model = first.<Model>hold(one("a"), "encoder").get();
    Leases second = resources.begin();
    Running<Model> waiting =
        Running.start(() -> second.<Model>hold(one("a"), "encoder").get()).waits();
    first.close();
    assertSame(model, waiting.join());
    second.close();
  }

  @Test
  void takeOneLeaseHoweverManyThreadsOfARunAsk() throws Exception {
    Leases first = resources.begin();
    first.<Model>hold(one("a"), "encoder").get();
    Leases second = resources.begin();
    Held<Model> held = Running.start(() -> second.<Model>hold(one("a"), "encoder")).join();
    List<Running<Model>> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      waiting.add(Running.start(held::get).waits());
    }
    first.close();
    for (Running<Model> each : waiting) {
      assertSame(held.get(), each.join());
    }
    second.close();
    try (Leases third = resources.begin()) {
      third.<Model>hold(one("a"), "encoder").get();
    }
    assertEquals(List.of("open a"), diary.entries());
  }

  @Test
  void letAnInterruptedRunGoAndTheNextOnePass() throws Exception {
    Leases first = resources.begin();
    first.reserve(first.hold(one("a"), "a"));
    Leases second = resources.begin();
    Running<Integer> greedy =
        Running.start(
                () -> {
                  second.reserve(second.hold(one("a"), "a"), second.hold(one("b"), "b"));
                  return 0;
                })
            .waits();
    Leases third = resources.begin();
    Running<Model> patient = Running.start(() -> third.<Model>hold(one("b"), "b").get()).waits();
    greedy.interrupt();
    assertThrows(InterruptedException.class, greedy::join);
    patient.join();
    first.close();
    second.close();
    third.close();
  }

  @Test
  void tellThoseWhoWaitThatThePipelineIsClosed() throws Exception {
    Leases first = resources.begin();
    first.reserve(first.hold(one("a"), "a"));
    Leases second = resources.begin();
    Running<Model> waiting = Running.start(() -> second.<Model>hold(one("a"), "a").get()).waits();
    resources.close();
    assertThrows(PipelineClosedException.class, waiting::join);
    first.close();
    second.close();
  }

  @Test
  void tellThoseWhoWaitThatTheirRunHasEnded() throws Exception {
    Leases first = resources.begin();
    first.reserve(first.hold(one("a"), "a"));
    Leases second = resources.begin();
    Running<Model> waiting = Running.start(() -> second.<Model>hold(one("a"), "a").get()).waits();
    second.close();
    assertThrows(IllegalStateException.class, waiting::join);
    first.close();
    try (Leases third = resources.begin()) {
      third.<Model>hold(one("a"), "a").get();
    }
  }

  private Leases holding(Object... handles) throws InterruptedException {
    Leases run = resources.begin();
    Held<?>[] held = new Held<?>[handles.length];
    for (int i = 0; i < held.length; i++) {
      held[i] = run.hold(handles[i], "input");
    }
    run.reserve(held);
    return run;
  }

  private NoFreeInstanceException refused(Object... handles) {
    Leases run = resources.begin();
    try {
      return assertThrows(
          NoFreeInstanceException.class,
          () -> run.reserve(run.hold(handles[0], "parser"), run.hold(handles[1], "other")));
    } finally {
      run.close();
    }
  }

  /** A node of the first calls the pipeline, and a node of the second does. */
  @Test
  void refuseARunForWhichWaitsWhoHasTheLastInstance() throws Exception {
    Model.Handle two = Model.Handle.perWorker("two", diary, 2);
    Leases outer = holding(two);
    Leases inner = holding(two);
    NoFreeInstanceException thrown = refused(one("free"), two);
    assertEquals(
        "no instance is left for \"other\", "
            + two
            + ": all 2 are taken by runs that would have to end first, and cannot before this one"
            + " does; raise maxInstances above 2, or do not call the pipeline from a node of a run"
            + " that uses \"other\"",
        thrown.getMessage());
    assertEquals(2, thrown.maxInstances());
    holding(one("free")).close();
    inner.close();
    holding(two).close();
    outer.close();
    assertEquals(List.of(), diary.entries(), "and nothing was opened for it");
  }

  @Test
  void refuseAFirstUseWithoutAReservation() {
    try (Leases outer = resources.begin();
        Leases inner = resources.begin()) {
      outer.<Model>hold(one("a"), "parser").get();
      Held<Model> again = inner.hold(one("a"), "parser");
      assertThrows(NoFreeInstanceException.class, again::get);
      assertThrows(NoFreeInstanceException.class, again::get);
    }
  }

  /** Another run has it, and may end. */
  @Test
  void haveARunWaitForOneThatMayEnd() throws Exception {
    Model.Handle two = Model.Handle.perWorker("two", diary, 2);
    Leases other = Running.start(() -> holding(two)).join();
    Running<String> nested =
        Running.start(
                () -> {
                  Leases outer = holding(two);
                  holding(two).close();
                  outer.close();
                  return "done";
                })
            .waits();
    other.close();
    assertEquals("done", nested.join());
  }

  /** Each has what the other wants besides: whoever comes last is told. */
  @Test
  void refuseOneOfTwoWhoWouldWaitForEachOther() throws Exception {
    Leases outer = holding(one("b"));
    Running<String> nested =
        Running.start(
                () -> {
                  Leases mine = holding(one("a"));
                  holding(one("b")).close();
                  mine.close();
                  return "done";
                })
            .waits();
    refused(one("free"), one("a"));
    outer.close();
    assertEquals("done", nested.join());
  }

  /** An earlier one waits for what a run has whose node calls the pipeline. */
  @Test
  void letThoseByForWhomAnInstanceIsHeld() throws Exception {
    Leases outer = holding(one("a"));
    Running<Leases> greedy = Running.start(() -> holding(one("a"), one("b"))).waits();
    holding(one("b")).close();
    outer.close();
    greedy.join().close();
  }

  @Test
  void knowForWhomAThreadIsAtWork() throws Exception {
    Leases outer = holding(one("a"));
    Leases inner = holding(one("b"));
    assertSame(inner, Errand.current());
    inner.close();
    assertSame(outer, Errand.current());
    Holder elsewhere = Running.start(Errand::current).join();
    assertNull(elsewhere);
    try (Leases neither = resources.begin()) {
      neither.<Model>hold(Model.Handle.shared("s", diary), "shared").get();
      assertSame(outer, Errand.current(), "what runs share is nobody's to wait for");
    }
    outer.close();
    assertNull(Errand.current());
  }

  @Test
  void areOfNoUseOnceTheRunHasEnded() {
    Leases run = resources.begin();
    Held<Model> held = run.hold(one("a"), "a");
    held.get();
    run.close();
    assertEquals(
        "the run has ended; its resources belong to others now",
        assertThrows(IllegalStateException.class, held::get).getMessage());
    assertThrows(IllegalStateException.class, () -> run.own(one("a"), "a", false));
    try (Leases other = resources.begin()) {
      assertThrows(IllegalArgumentException.class, () -> other.reserve(held));
    }
  }

  @Test
  void keepTheirPlaceAfterAFailedOpen() {
    AtomicInteger tries = new AtomicInteger();
    ConstructedResource<Integer> flaky =
        new ConstructedResource<>("Flaky", true, 1, "", new Object[0]) {
          @Override
          public Integer open() {
            if (tries.incrementAndGet() < 3) {
              throw new IllegalStateException("not yet");
            }
            return tries.get();
          }
        };
    try (Leases run = resources.begin()) {
      Held<Integer> held = run.hold(flaky, "flaky");
      assertThrows(ResourceOpenException.class, held::get);
      assertThrows(ResourceOpenException.class, held::get);
    }
    try (Leases run = resources.begin()) {
      assertEquals(3, run.<Integer>hold(flaky, "flaky").get());
    }
  }

  /** A run wants some of three resources, in its own order; all are to end. */
  @Property(tries = 60)
  void neverWaitInACircleAndNeverExceedTheLimit(
      @ForAll @Size(value = 6) List<@Size(min = 1, max = 4) List<@IntRange(max = 2) Integer>> wants,
      @ForAll @IntRange(min = 1, max = 2) int limit)
      throws Exception {
    Model.Diary mine = new Model.Diary();
    List<AtomicInteger> inUse = List.of(count(), count(), count());
    try (Resources pipeline = new Resources("P", Setup.DEFAULT)) {
      List<Boolean> sound =
          Running.together(
              wants.size(),
              thread ->
                  () -> {
                    boolean kept = true;
                    for (int round = 0; round < 10; round++) {
                      kept &= use(pipeline, wants.get(thread), limit, mine, inUse);
                    }
                    return kept;
                  });
      assertTrue(sound.stream().allMatch(each -> each), "never more in use than the limit");
    }
    for (String name : List.of("0", "1", "2")) {
      assertTrue(mine.count("open " + name) <= limit, () -> "opened " + mine.entries());
      assertEquals(mine.count("open " + name), mine.count("close " + name));
    }
  }

  private static AtomicInteger count() {
    return new AtomicInteger();
  }

  private static boolean use(
      Resources pipeline,
      List<Integer> wants,
      int limit,
      Model.Diary diary,
      List<AtomicInteger> inUse)
      throws InterruptedException {
    boolean kept = true;
    try (Leases run = pipeline.begin()) {
      List<Held<Model>> held = new ArrayList<>();
      for (int want : wants) {
        held.add(run.hold(Model.Handle.perWorker("" + want, diary, limit), "want"));
      }
      run.reserve(held.toArray(Held<?>[]::new));
      for (int want : wants.stream().distinct().toList()) {
        kept &= inUse.get(want).incrementAndGet() <= limit;
      }
      held.forEach(Held::get);
      for (int want : wants.stream().distinct().toList()) {
        inUse.get(want).decrementAndGet();
      }
    }
    return kept;
  }
}
