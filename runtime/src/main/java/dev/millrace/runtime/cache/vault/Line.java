package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a front has under a key. All of it is one object of 64 bytes: what stays is copied by the
 * collector again and again, and that takes longer than to compute small results.
 */
final class Line {
  final long high;
  final long low;
  final Origin origin;

  /** How many bytes it takes. */
  final long room;

  private final @Nullable List<Part> parts;
  private volatile Object held;
  private @Nullable Instant used;

  /** Those before and after it in the front's ring; itself in none. Under the front's lock. */
  Line older = this;

  Line newer = this;

  /** Since the hand passed. Races cost a note, or a chance. */
  private boolean isUsed;

  /** Since it was told. */
  private boolean isNoted;

  /**
   * @param parts what the key is made of; null where that, and when it was used, is known elsewhere
   */
  Line(Signature key, Object held, Origin origin, long room, @Nullable List<Part> parts) {
    this.high = key.high();
    this.low = key.low();
    this.held = held;
    this.origin = origin;
    this.room = room;
    this.parts = parts;
  }

  Signature key() {
    return new Signature(high, low);
  }

  /** Returns what is held for who names classes by a loader, null if nothing is. */
  @Nullable Object use(ClassLoader types) {
    if (origin.types() != types) {
      return null;
    }
    if (!isUsed) {
      isUsed = true;
    }
    if (!isNoted) {
      isNoted = true;
    }
    return held;
  }

  /** Holds something else in place of what is held, if that still is. */
  void replace(Object before, Object instead) {
    if (held == before) {
      held = instead;
    }
  }

  /** Returns whether it was used since this was last asked. */
  boolean takeUsed() {
    boolean was = isUsed;
    isUsed = false;
    return was;
  }

  boolean isNoted() {
    return isNoted;
  }

  /** Returns whether it was used since this was last asked, for those who are told. */
  boolean takeNoted() {
    boolean was = isNoted;
    isNoted = false;
    return was;
  }

  /** Returns whether it is known here what the key is made of. */
  boolean isKnown() {
    return parts != null;
  }

  /** Notes when it was used. */
  synchronized void used(Instant when) {
    if (when.isAfter(lastUse())) {
      used = when;
    }
  }

  private Instant lastUse() {
    return used == null ? origin.stored() : used;
  }

  /** Returns what a ledger says of it. */
  synchronized Entry entry() {
    return new Entry(
        key(),
        origin.node(),
        origin.stored(),
        origin.nanosEach(),
        Held.bytes(room),
        lastUse(),
        parts == null ? List.of() : parts);
  }
}
