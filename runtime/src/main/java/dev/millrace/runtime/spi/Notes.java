package dev.millrace.runtime.spi;

import dev.millrace.runtime.FailedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a map notes in the exceptions of its items: where it was. An exception may be a constant,
 * thrown for many items, in many maps, by many threads at once. A note that is not known to be of
 * the item that is at stake keeps its node, and names no item.
 *
 * <p>Of the item are the notes of maps inside of it, and those of a run which its node has made on
 * this thread, and which the exception has left since this map began.
 */
final class Notes {
  /** Counts what is done with notes, so that it is known what came first. */
  private static final AtomicLong CLOCK = new AtomicLong();

  private static final long NOBODY = -1;

  private final long since = now();
  private final List<FailedItem> mine = new ArrayList<>(0); // guarded by this

  /** When a note was made last, and when and where it has left a run last. */
  private static final class Mark {
    private volatile long made;
    private volatile long left;
    private volatile long leftOn = NOBODY;
  }

  /** Returns the time, as notes tell it. */
  static long now() {
    return CLOCK.get();
  }

  /**
   * Notes where an exception was.
   *
   * @param tellsLowest whether of all items that fail the lowest is told of, and no other
   */
  synchronized void add(String place, long item, boolean tellsLowest, Throwable thrown) {
    if (tellsLowest && !isLowest(item, thrown)) {
      return;
    }
    FailedItem own = find(place, thrown);
    if (own == null) {
      own = new FailedItem(place, item);
      own.mark(new Mark());
      mine.add(own);
      thrown.addSuppressed(own);
    } else if (tellsLowest && mine.contains(own) && own.index() > item) {
      own.index(item);
    }
    if (own.mark() instanceof Mark mark) {
      mark.made = CLOCK.incrementAndGet();
    }
    for (Throwable each : thrown.getSuppressed()) { // another thread may have added some
      if (each instanceof FailedItem note
          && !isOf(note, place)
          && (note.index() != item || !note.node().equals(place))) {
        note.index(NOBODY);
      }
    }
  }

  /** Returns whether no lower item of this map has failed with the exception. */
  private boolean isLowest(long item, Throwable thrown) {
    for (Throwable each : thrown.getSuppressed()) {
      if (each instanceof FailedItem note
          && mine.contains(note)
          && note.index() >= 0
          && note.index() < item) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable FailedItem find(String place, Throwable thrown) {
    for (Throwable each : thrown.getSuppressed()) {
      if (each instanceof FailedItem note && note.node().equals(place)) {
        return note;
      }
    }
    return null;
  }

  /** Says that an exception is an item's outcome: what it names is of that item, or nothing. */
  void keep(String place, Throwable thrown) {
    for (Throwable each : thrown.getSuppressed()) {
      if (each instanceof FailedItem note && !isOf(note, place)) {
        note.index(NOBODY);
      }
    }
  }

  /** Returns whether a note is of what has failed in a place just now. */
  private boolean isOf(FailedItem note, String place) {
    if (note.node().startsWith(place + ".")) {
      return true;
    }
    if (note.mark() instanceof Mark mark
        && mark.leftOn == Thread.currentThread().getId()
        && mark.left > since) {
      mark.leftOn = NOBODY; // the next time it is of another item
      return true;
    }
    return false;
  }

  /** Says that an exception leaves a run on this thread, which a node may have made. */
  static void leave(Throwable thrown) {
    for (Throwable each : thrown.getSuppressed()) {
      if (each instanceof FailedItem note && note.mark() instanceof Mark mark) {
        mark.left = CLOCK.incrementAndGet();
        mark.leftOn = Thread.currentThread().getId();
      }
    }
  }

  /**
   * Returns the innermost node below another in which an exception was noted since a time, or null;
   * notes from before name no item any more.
   */
  static @Nullable String innermost(String label, long since, Throwable thrown) {
    @Nullable String innermost = null;
    long first = Long.MAX_VALUE;
    for (Throwable each : thrown.getSuppressed()) {
      if (each instanceof FailedItem note) {
        long made = note.mark() instanceof Mark mark ? mark.made : 0;
        if (made <= since) {
          note.index(NOBODY);
        } else if (made < first && note.node().startsWith(label + ".")) {
          innermost = note.node();
          first = made;
        }
      }
    }
    return innermost;
  }
}
