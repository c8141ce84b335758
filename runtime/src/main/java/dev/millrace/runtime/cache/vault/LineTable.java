package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.Signature;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lines by their keys, which are digests: any bits of them will do for a place, and who finds it
 * taken goes on to the next (linear probing: Knuth, "The Art of Computer Programming" 3, §6.4).
 *
 * <p>Any number of threads may read while one at a time writes. A line never moves: where one goes,
 * a grave is left, and where there are too many, or no room, a part of the table is laid out anew,
 * which those who read its old slots do not see. Parts keep the arrays small: one that is large is
 * dear to the collector.
 */
final class LineTable {
  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Line[].class);
  private static final int PARTS_LOG = 6;
  private static final int LEAST = 16;

  /** Its key is that of a line, perhaps: it is asked for last whether it is this. */
  private static final Line GRAVE =
      new Line(
          new Signature(0, 0),
          "",
          new Origin(LineTable.class.getClassLoader(), "", Instant.EPOCH, 0),
          0,
          null);

  private final Part[] parts = new Part[1 << PARTS_LOG];

  LineTable() {
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Part();
    }
  }

  private Part part(long high) {
    return parts[(int) (high >>> Long.SIZE - PARTS_LOG)];
  }

  /** Returns the line of a key. */
  @Nullable Line get(Signature key) {
    return part(key.high()).get(key.high(), key.low());
  }

  /** Puts a line there, and returns the one that it replaces. */
  @Nullable Line put(Line line) {
    return part(line.high).put(line);
  }

  /** Removes a line, unless it was replaced. */
  void remove(Line line) {
    part(line.high).remove(line);
  }

  /** Tells of all lines. */
  void forEach(Consumer<Line> action) {
    for (Part part : parts) {
      part.forEach(action);
    }
  }

  /** The lines whose keys begin with the same bits. */
  private static final class Part {
    private volatile @Nullable Line[] slots = new Line[LEAST];
    private int lines;
    private int graves;

    private static int place(long low, @Nullable Line[] all) {
      return (int) (low ^ low >>> Integer.SIZE) & all.length - 1;
    }

    private static int next(int at, @Nullable Line[] all) {
      return at + 1 & all.length - 1;
    }

    @Nullable Line get(long high, long low) {
      @Nullable Line[] all = slots;
      for (int at = place(low, all); ; at = next(at, all)) {
        Line line = (Line) SLOTS.getAcquire(all, at);
        if (line == null || line.low == low && line.high == high && line != GRAVE) {
          return line;
        }
      }
    }

    @Nullable Line put(Line line) {
      @Nullable Line[] all = roomy();
      int free = -1;
      for (int at = place(line.low, all); ; at = next(at, all)) {
        Line there = all[at];
        if (there == null) {
          add(all, free < 0 ? at : free, line);
          return null;
        }
        if (there == GRAVE) {
          free = free < 0 ? at : free;
        } else if (there.low == line.low && there.high == line.high) {
          SLOTS.setRelease(all, at, line);
          return there;
        }
      }
    }

    private void add(@Nullable Line[] all, int at, Line line) {
      if (all[at] != null) {
        graves--;
      }
      SLOTS.setRelease(all, at, line);
      lines++;
    }

    void remove(Line line) {
      @Nullable Line[] all = slots;
      for (int at = place(line.low, all); all[at] != null; at = next(at, all)) {
        if (all[at] == line) {
          SLOTS.setRelease(all, at, GRAVE);
          lines--;
          graves++;
          return;
        }
      }
    }

    /**
     * Returns slots with room for one more. Half of them stay free at least: few steps lead to a
     * line, or to where there is none. Laid out anew, a third is taken at most: as much again goes
     * and comes before that is due again.
     */
    private @Nullable Line[] roomy() {
      @Nullable Line[] all = slots;
      if (2 * (lines + graves + 1) <= all.length) {
        return all;
      }
      @Nullable Line[] anew =
          new Line[Math.max(LEAST, Integer.highestOneBit(lines + lines / 2) * 4)];
      for (Line line : all) {
        if (line != null && line != GRAVE) {
          int at = place(line.low, anew);
          while (anew[at] != null) {
            at = next(at, anew);
          }
          anew[at] = line;
        }
      }
      graves = 0;
      slots = anew;
      return anew;
    }

    void forEach(Consumer<Line> action) {
      @Nullable Line[] all = slots;
      for (int at = 0; at < all.length; at++) {
        Line line = (Line) SLOTS.getAcquire(all, at);
        if (line != null && line != GRAVE) {
          action.accept(line);
        }
      }
    }
  }
}
