package dev.millrace.runtime.spi;

import dev.millrace.runtime.NoFreeInstanceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for instances, in the order in which they came. Guarded by the lock of its pipeline.
 *
 * <p>One takes everything it wants at once or nothing, so that no two can each have what the other
 * wants. Nobody takes what an earlier one wants, or that one, wanting much, might wait for ever;
 * but those who have instances already pass by, for an earlier one may be waiting for theirs. So do
 * those for whom a run waits that has some.
 *
 * <p>Nobody waits in vain. Who waits keeps its run from ending, and those around that, and what
 * these have does not come back before; what all others have does. If that is not enough for one,
 * it is refused.
 */
final class Turns {
  private final List<Turn> waiting = new ArrayList<>();

  /**
   * One who waits, on this thread: a run, for leases of which some may be taken meanwhile by its
   * other threads.
   */
  static final class Turn {
    private final Leases run;
    private final List<Lease<?>> wanted;
    private final Set<Holder> holdsUp;
    private boolean granted;

    Turn(Leases run, List<Lease<?>> wanted) {
      this.run = run;
      this.wanted = wanted;
      this.holdsUp = Collections.newSetFromMap(new IdentityHashMap<>());
      holdsUp(run);
      holdsUp(Errand.current());
    }

    private void holdsUp(@Nullable Holder innermost) {
      for (Holder each = innermost; each != null; each = each.within()) {
        if (each.resources() == run.resources()) {
          holdsUp.add(each);
        }
      }
    }

    /** Returns what of that is not free, nor will be where some keep what they have; or null. */
    private @Nullable Lease<?> firstOf(Set<Holder> stuck) {
      for (Lease<?> each : missing()) {
        Pool<?> pool = each.pool();
        if (pool != null && !pool.hasFree(stuck)) {
          return each;
        }
      }
      return null;
    }

    private NoFreeInstanceException noneLeft(Set<Holder> stuck) {
      Lease<?> lease = firstOf(stuck);
      Pool<?> pool = lease == null ? null : lease.pool();
      if (pool == null) {
        throw new AssertionError("it has prospects");
      }
      return RunEnd.of(pool.noneLeft(lease.name()));
    }

    boolean isGranted() {
      return granted;
    }

    private List<Lease<?>> missing() {
      return wanted.stream().filter(each -> !each.isTaken()).toList();
    }
  }

  void add(Turn turn) {
    waiting.add(turn);
  }

  void remove(Turn turn) {
    waiting.remove(turn);
  }

  /** Returns whether somebody waits for an instance of a pool. */
  boolean isWanted(Pool<?> pool) {
    return waiting.stream()
        .flatMap(turn -> turn.missing().stream())
        .anyMatch(lease -> lease.pool() == pool);
  }

  /**
   * Refuses one who has just come, if it would wait for ever.
   *
   * @throws NoFreeInstanceException if it would
   */
  void refuse(Turn newest) {
    List<Turn> left = new ArrayList<>(waiting);
    Set<Holder> stuck = heldUp(left);
    while (served(left, stuck)) {
      stuck = heldUp(left);
    }
    if (left.contains(newest)) {
      throw newest.noneLeft(stuck);
    }
  }

  /** Takes those out who need nothing that is stuck, and returns whether there are such. */
  private static boolean served(List<Turn> left, Set<Holder> stuck) {
    return left.removeIf(turn -> turn.firstOf(stuck) == null);
  }

  /** Returns those who cannot end before some turns have come. */
  private static Set<Holder> heldUp(List<Turn> turns) {
    Set<Holder> all = Collections.newSetFromMap(new IdentityHashMap<>());
    turns.forEach(turn -> all.addAll(turn.holdsUp));
    return all;
  }

  /** Gives what is free to those whose turn it is. */
  void grant() {
    Set<Pool<?>> wantedBefore = new HashSet<>();
    for (Iterator<Turn> turns = waiting.iterator(); turns.hasNext(); ) {
      Turn turn = turns.next();
      List<Lease<?>> missing = turn.missing();
      List<Pool<?>> pools = missing.stream().<Pool<?>>map(Lease::pool).toList();
      boolean passes =
          turn.holdsUp.stream().anyMatch(Holder::hasLeases)
              || Collections.disjoint(pools, wantedBefore);
      if (turn.run.isClosed()) {
        turns.remove();
      } else if (passes && pools.stream().allMatch(Pool::hasFree)) {
        missing.forEach(Lease::take);
        turn.granted = true;
        turns.remove();
      } else {
        wantedBefore.addAll(pools);
      }
    }
  }
}
