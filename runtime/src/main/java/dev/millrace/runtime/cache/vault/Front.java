package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was used of late, in the heap. It forgets as a clock does (Corbató, "A Paging Experiment
 * with the Multics System", 1968): the hand goes round over what is there in the order it came, and
 * what was used since it last passed is passed by once more.
 *
 * <p>For any number of threads. Who looks for something waits for nobody; who puts something there
 * waits for others who do. Room is made before, so that what is there never has more than the
 * limit.
 */
final class Front {
  /** A put that finds all of so many used drops the next one all the same. */
  private static final int CHANCES = 32;

  private final LineTable table = new LineTable();
  private final Forgotten forgotten;

  /** The oldest line, in a ring with all others; null where there are none. */
  private @Nullable Line hand;

  private volatile long room;
  private volatile long limit;

  /** Is told what went to make room. */
  @FunctionalInterface
  interface Forgotten {
    /** A key went, which was used since that was last told, or was not. */
    void went(Signature key, boolean wasUsed);
  }

  Front(long limit, Forgotten forgotten) {
    this.limit = limit;
    this.forgotten = forgotten;
  }

  /** Sets how many bytes there may be. */
  void limit(long bytes) {
    List<Line> gone = new ArrayList<>();
    synchronized (this) {
      limit = bytes;
      makeRoom(0, gone);
    }
    tell(gone);
  }

  long limit() {
    return limit;
  }

  /** Returns how many bytes there are. */
  long room() {
    return room;
  }

  /** Returns what is there for who names classes by a loader, null if nothing is. */
  @Nullable Object get(Signature key, ClassLoader types) {
    Line line = table.get(key);
    return line == null ? null : line.use(types);
  }

  /** Returns the line of a key, null if there is none. */
  @Nullable Line line(Signature key) {
    return table.get(key);
  }

  /**
   * Returns the lines of keys. That all are found before any is looked at has the processor wait
   * for the memory of many at once.
   */
  @Nullable Line[] lines(List<Signature> keys) {
    @Nullable Line[] lines = new Line[keys.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = table.get(keys.get(i));
    }
    return lines;
  }

  /**
   * Puts a line there, in place of what is, and returns whether there was room for it: else nothing
   * is there in its place.
   */
  boolean put(Line line) {
    List<Line> gone = new ArrayList<>(0);
    boolean isThere;
    synchronized (this) {
      isThere = put(line, gone);
    }
    tell(gone);
    return isThere;
  }

  /** Puts lines there, but for those that are too large. */
  void put(List<Line> lines) {
    List<Line> gone = new ArrayList<>(0);
    synchronized (this) {
      for (Line line : lines) {
        put(line, gone);
      }
    }
    tell(gone);
  }

  private boolean put(Line line, List<Line> gone) {
    if (line.room > limit) {
      remove(line.key());
      return false;
    }
    makeRoom(line.room, gone);
    Line before = table.put(line);
    if (before != null) {
      unlink(before);
    }
    link(line);
    return true;
  }

  /** Puts lines there, but for those of keys of which there is one of the same loader. */
  void putAbsent(List<Line> lines) {
    List<Line> absent = new ArrayList<>(lines.size());
    for (Line line : lines) {
      Line there = table.get(line.key());
      if (there == null || there.origin.types() != line.origin.types()) {
        absent.add(line);
      }
    }
    put(absent);
  }

  /** Forgets a key. */
  synchronized void remove(Signature key) {
    Line line = table.get(key);
    if (line != null) {
      drop(line);
    }
  }

  private void drop(Line line) {
    table.remove(line);
    unlink(line);
  }

  /** Lets go of the oldest until so many bytes more have room. */
  private void makeRoom(long bytes, List<Line> gone) {
    int chances = CHANCES;
    while (hand != null && room + bytes > limit) {
      Line oldest = hand;
      if (chances > 0 && oldest.takeUsed()) {
        chances--;
        hand = oldest.newer;
      } else {
        drop(oldest);
        gone.add(oldest);
      }
    }
  }

  /** Puts a line behind all others. */
  private void link(Line line) {
    room += line.room;
    Line oldest = hand;
    if (oldest == null) {
      hand = line;
      return;
    }
    line.older = oldest.older;
    line.newer = oldest;
    oldest.older.newer = line;
    oldest.older = line;
  }

  /** Takes a line out of the ring. Nothing leads from it to others: they may be gone before it. */
  private void unlink(Line line) {
    room -= line.room;
    if (hand == line) {
      hand = line.newer == line ? null : line.newer;
    }
    line.older.newer = line.newer;
    line.newer.older = line.older;
    line.older = line;
    line.newer = line;
  }

  private void tell(List<Line> gone) {
    for (Line line : gone) {
      forgotten.went(line.key(), line.isNoted());
    }
  }

  /** Returns the line of a key, if what is known of it is known here. */
  @Nullable Line known(Signature key) {
    Line line = table.get(key);
    return line != null && line.isKnown() ? line : null;
  }

  /** Tells of all lines of which something is known here. */
  void known(Consumer<Line> action) {
    table.forEach(
        line -> {
          if (line.isKnown()) {
            action.accept(line);
          }
        });
  }

  /** Tells what was used since it was last told. */
  void used(Consumer<Signature> action) {
    table.forEach(
        line -> {
          if (line.takeNoted()) {
            action.accept(line.key());
          }
        });
  }
}
