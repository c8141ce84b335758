package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What a ledger is told of values that are stored together. */
final class Notes {
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
    if (meta != NoLedger.INSTANCE) {
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
