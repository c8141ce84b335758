package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import java.util.List;

/** What is known of a value in the heap, beside it. */
final class Note {
  private final Origin origin;
  private final long bytes;
  private final List<Part> parts;
  private volatile Instant used;

  /** What is known of all values that were put at once. */
  record Origin(String node, Instant stored, long nanosEach) {}

  Note(Origin origin, long bytes, List<Part> parts) {
    this.origin = origin;
    this.bytes = bytes;
    this.parts = parts;
    this.used = origin.stored();
  }

  boolean isOf(String node) {
    return origin.node().equals(node);
  }

  void used(Instant when) {
    if (when.isAfter(used)) {
      used = when;
    }
  }

  Entry entry(Signature key) {
    return new Entry(key, origin.node(), origin.stored(), origin.nanosEach(), bytes, used, parts);
  }
}
