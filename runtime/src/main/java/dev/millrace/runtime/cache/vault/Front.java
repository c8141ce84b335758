package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.Signature;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was used of late, in the heap. It forgets as a clock does (Corbató, "A Paging Experiment
 * with the Multics System", 1968): the hand goes round over what is there in the order it came, and
 * what was used since it last passed is passed by once more.
 *
 * <p>For any number of threads. Nobody waits for a lock: the hand is a queue, and who takes an
 * entry from it puts it back or drops it. Room is taken before an entry is put, so that what is
 * there never has more than the limit.
 */
final class Front {
  /** A put that finds all of so many used drops the next one all the same. */
  private static final int CHANCES = 32;

  /** So many entries that were replaced may wait for the hand. */
  private static final int DEAD = 1024;

  private final ConcurrentMap<Signature, Entry> entries = new ConcurrentHashMap<>();
  private final Queue<Entry> hand = new ConcurrentLinkedQueue<>();
  private final AtomicLong room = new AtomicLong();
  private final AtomicLong dead = new AtomicLong();
  private final Forgotten forgotten;
  private volatile long limit;

  /** What is there under a key. */
  private static final class Entry {
    private final Signature key;
    private volatile Object held;
    private final ClassLoader types;
    private final long bytes;
    private final @Nullable Note note;

    /** Since the hand passed. Races cost a note, or a chance. */
    private boolean isUsed;

    /** Since it was told. */
    private boolean isNoted;

    private Entry(Signature key, Object held, ClassLoader types, long bytes, @Nullable Note note) {
      this.key = key;
      this.held = held;
      this.types = types;
      this.bytes = bytes;
      this.note = note;
    }
  }

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
    limit = bytes;
    makeRoom();
  }

  long limit() {
    return limit;
  }

  /** Returns how many bytes there are. */
  long room() {
    return room.get();
  }

  /** Returns how many entries wait for the hand, those that were replaced with them. */
  int waiting() {
    return hand.size();
  }

  /** Returns what is there for who names classes by a loader, null if nothing is. */
  @Nullable Object get(Signature key, ClassLoader types) {
    Entry entry = entries.get(key);
    if (entry == null || entry.types != types) {
      return null;
    }
    if (!entry.isUsed) {
      entry.isUsed = true;
    }
    if (!entry.isNoted) {
      entry.isNoted = true;
    }
    return entry.held;
  }

  /**
   * Puts something there, in place of what is, and returns whether there was room for it.
   *
   * @param bytes how many it takes
   * @param note what is known of it, if that is not elsewhere
   */
  boolean put(Signature key, Object held, ClassLoader types, long bytes, @Nullable Note note) {
    if (!take(bytes)) {
      remove(key);
      return false;
    }
    Entry entry = new Entry(key, held, types, bytes, note);
    Entry before = entries.put(key, entry);
    hand.add(entry);
    if (before != null) {
      died(before);
    }
    return true;
  }

  /** Puts something there unless there is something of that loader. */
  void putIfAbsent(Signature key, Object held, ClassLoader types, long bytes) {
    Entry there = entries.get(key);
    if (there == null || there.types != types) {
      put(key, held, types, bytes, null);
    }
  }

  /** Holds something else in place of what is held, if that still is. */
  void replace(Signature key, Object held, Object instead) {
    Entry entry = entries.get(key);
    if (entry != null && entry.held == held) {
      entry.held = instead;
    }
  }

  private boolean take(long bytes) {
    if (bytes > limit) {
      return false;
    }
    room.addAndGet(bytes);
    if (!makeRoom()) {
      room.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  /** Forgets a key. */
  void remove(Signature key) {
    Entry before = entries.remove(key);
    if (before != null) {
      died(before);
    }
  }

  private boolean makeRoom() {
    int chances = CHANCES;
    while (room.get() > limit) {
      Entry oldest = hand.poll();
      if (oldest == null) {
        return false;
      }
      if (chances > 0 && oldest.isUsed && entries.get(oldest.key) == oldest) {
        chances--;
        oldest.isUsed = false;
        hand.add(oldest);
      } else if (entries.remove(oldest.key, oldest)) {
        room.addAndGet(-oldest.bytes);
        forgotten.went(oldest.key, oldest.isNoted);
      } else {
        dead.decrementAndGet();
      }
    }
    return true;
  }

  /** Where entries are replaced over and over the hand would never come to them. */
  private void died(Entry entry) {
    room.addAndGet(-entry.bytes);
    if (dead.incrementAndGet() < DEAD + entries.size()) {
      return;
    }
    for (long left = dead.get() + entries.size(); left > 0; left--) {
      Entry next = hand.poll();
      if (next == null) {
        return;
      }
      if (entries.get(next.key) == next) {
        hand.add(next);
      } else {
        dead.decrementAndGet();
      }
    }
  }

  /** Returns what is known of what is there, null if nothing is. */
  @Nullable Note note(Signature key) {
    Entry entry = entries.get(key);
    return entry == null ? null : entry.note;
  }

  /** Tells of all of which something is known. */
  void notes(BiConsumer<Signature, Note> action) {
    for (Entry entry : entries.values()) {
      if (entry.note != null) {
        action.accept(entry.key, entry.note);
      }
    }
  }

  /** Tells what was used since it was last told. */
  void used(Consumer<Signature> action) {
    for (Entry entry : entries.values()) {
      if (entry.isNoted) {
        entry.isNoted = false;
        action.accept(entry.key);
      }
    }
  }
}
