package soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What happens in the nodes of one run: which items fail depends on the seed alone; that somebody
 * is interrupted, or the pipeline closed, too, but not what comes of it.
 */
final class Chance {
  private final long seed;
  private final int faults;
  private final int disturbances;
  private final Set<Thread> seen;
  private final Runnable close;
  private final List<Integer> noted = new ArrayList<>();

  /** The failure of an item. */
  static final class Struck extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int book;

    Struck(String node, int book) {
      super(node + " of book " + book);
      this.book = book;
    }
  }

  /**
   * @param faults of how many thousand items of a node one fails; 0 for none
   * @param disturbances likewise, of how many somebody is disturbed
   * @param seen whom to interrupt
   */
  Chance(long seed, int faults, int disturbances, Set<Thread> seen, Runnable close) {
    this.seed = seed;
    this.faults = faults;
    this.disturbances = disturbances;
    this.seen = seen;
    this.close = close;
  }

  /** Returns a number below another one, the same each time. */
  int draw(String what, int number, int below) {
    long mixed = (seed ^ what.hashCode() * 0x9E3779B97F4A7C15L) + number * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 30) * 0x94D049BB133111EBL;
    mixed = (mixed ^ mixed >>> 27) * 0x9E3779B97F4A7C15L;
    return (int) Math.floorMod(mixed ^ mixed >>> 31, (long) below);
  }

  boolean fails(String node, int number) {
    return draw(node, number, 1000) < faults;
  }

  /** Passes a number on; or fails, and before that may disturb. */
  int pass(String node, int book, int number) {
    seen.add(Thread.currentThread());
    int drawn = draw(node + " disturbs", number, 4000);
    if (drawn < disturbances) {
      List<Thread> all = List.copyOf(seen);
      all.get(drawn % all.size()).interrupt();
    } else if (disturbances > 0 && drawn == 3999 && draw("closes", number, 8) == 0) {
      close.run();
    } else if (drawn < 3000) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
    if (fails(node, number)) {
      throw new Struck(node, book);
    }
    return number;
  }

  /** Has an effect. */
  synchronized void note(int book) {
    noted.add(book);
  }

  synchronized List<Integer> noted() {
    return List.copyOf(noted);
  }
}
