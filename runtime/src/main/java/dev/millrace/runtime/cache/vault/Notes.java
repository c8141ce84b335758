package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a ledger is told of values that are stored together. A line costs as much as storing some
 * small results does, so of what is computed sooner only the first has one: that says by what all
 * were computed, and the others are the first that eviction lets go of.
 */
final class Notes {
  private static final long WORTH_A_LINE_NANOS = 30_000;

  private final Room room;
  private final MetaStore meta;
  private final String node;
  private final long nanosEach;
  private final IntFunction<List<MetaStore.Part>> parts;
  private final Instant now = Instant.now();
  private final List<Entry> entries;

  Notes(Room room, String node, long nanosEach, IntFunction<List<MetaStore.Part>> parts, int most) {
    this.room = room;
    this.meta = room.stores().meta();
    this.node = node;
    this.nanosEach = nanosEach;
    this.parts = parts;
    this.entries = new ArrayList<>(most);
  }

  /** Adds the value at an index, which takes so many bytes. */
  void add(int index, Signature key, long bytes) {
    boolean isToldOf = entries.isEmpty() || nanosEach >= WORTH_A_LINE_NANOS;
    if (isToldOf && meta != NoLedger.INSTANCE) {
      entries.add(new Entry(key, node, now, nanosEach, bytes, now, parts.apply(index)));
    }
  }

  /** Tells the ledger. */
  void tell() {
    if (entries.isEmpty()) {
      return;
    }
    try {
      meta.stored(entries);
    } catch (RuntimeException e) {
      room.ledgerFailed(e);
    }
  }
}
