package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is next, one thread playing all runs. */
final class TurnsTest {
  private final Model.Diary diary = new Model.Diary();
  private final Resources resources = new Resources("P", Setup.DEFAULT);
  private final Turns turns = new Turns();

  /** On a thread of its own: no run here is within another. */
  private Lease<Model> lease(Leases run, String name) {
    Model.Handle handle = Model.Handle.perWorker(name, diary, 1);
    try {
      return Running.start(() -> run.<Model>hold(handle, name).lease()).join();
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  private Turns.Turn turn(Leases run, String... names) {
    Turns.Turn turn =
        new Turns.Turn(
            run, List.<String>of(names).stream().<Lease<?>>map(n -> lease(run, n)).toList());
    turns.add(turn);
    turns.grant();
    return turn;
  }

  @Test
  void oneTakesAllItWantsOrNothing() {
    Leases first = resources.begin();
    Leases second = resources.begin();
    assertTrue(turn(first, "a").isGranted());
    assertFalse(turn(second, "a", "b").isGranted());
    assertFalse(lease(second, "b").isTaken());
    first.close();
    turns.grant();
    assertTrue(lease(second, "a").isTaken());
    assertTrue(lease(second, "b").isTaken());
  }

  @Test
  void nobodyTakesWhatAnEarlierOneWants() {
    Leases first = resources.begin();
    turn(first, "a");
    Turns.Turn greedy = turn(resources.begin(), "a", "b");
    Turns.Turn later = turn(resources.begin(), "b");
    assertFalse(later.isGranted(), "b is free, but not for long");
    assertTrue(turn(resources.begin(), "c").isGranted(), "nobody wants c");
    first.close();
    turns.grant();
    assertTrue(greedy.isGranted());
    assertFalse(later.isGranted());
  }

  @Test
  void whoHasInstancesPassesBy() {
    Leases first = resources.begin();
    turn(first, "a");
    Turns.Turn greedy = turn(resources.begin(), "a", "b");
    assertTrue(turn(first, "b").isGranted(), "else both would wait for ever");
    assertFalse(greedy.isGranted());
  }

  @Test
  void whoHasLeftIsForgotten() {
    Leases first = resources.begin();
    turn(first, "a");
    Leases ended = resources.begin();
    Turns.Turn left = turn(ended, "a", "b");
    Turns.Turn gone = turn(resources.begin(), "a", "c");
    ended.close();
    turns.remove(gone);
    turns.grant();
    assertFalse(left.isGranted());
    assertFalse(gone.isGranted());
    assertTrue(turn(resources.begin(), "b").isGranted());
    assertTrue(turn(resources.begin(), "c").isGranted());
    first.close();
    turns.grant();
    assertFalse(left.isGranted());
    assertEquals(List.of(), diary.entries());
  }
}
