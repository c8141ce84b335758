package dev.millrace.runtime.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Who waits for instances, in the order in which they came. Guarded by the lock of its pipeline.
 *
 * <p>One takes everything it wants at once or nothing, so that no two can each have what the other
 * wants. Nobody takes what an earlier one wants, or that one, wanting much, might wait for ever;
 * but those who have instances already pass by, for an earlier one may be waiting for theirs.
 */
final class Turns {
  private final List<Turn> waiting = new ArrayList<>();

  /** One who waits: a run, for leases of which some may be taken meanwhile by its other threads. */
  static final class Turn {
    private final Leases run;
    private final List<Lease<?>> wanted;
    private boolean granted;

    Turn(Leases run, List<Lease<?>> wanted) {
      this.run = run;
      this.wanted = wanted;
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

  /** Gives what is free to those whose turn it is. */
  void grant() {
    Set<Pool<?>> wantedBefore = new HashSet<>();
    for (Iterator<Turn> turns = waiting.iterator(); turns.hasNext(); ) {
      Turn turn = turns.next();
      List<Lease<?>> missing = turn.missing();
      List<Pool<?>> pools = missing.stream().<Pool<?>>map(Lease::pool).toList();
      boolean passes = turn.run.hasLeases() || Collections.disjoint(pools, wantedBefore);
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
