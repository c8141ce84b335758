package dev.millrace.cli.cache;

import dev.millrace.runtime.BlobStore.Stored;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A result: its blob, its entry, or both.
 *
 * @param key the signature of the work
 * @param blob what the packs say of it; null if they have none
 * @param entry what the ledger says of it, without parts; null if that has none
 */
record Result(Signature key, @Nullable Stored blob, @Nullable Entry entry) {

  /** Returns the node that gave it, or null if that is not known. */
  @Nullable String node() {
    return entry == null ? null : entry.node();
  }

  /** Returns the room that it takes in the packs, in bytes. */
  long room() {
    return blob == null ? 0 : blob.bytes();
  }

  /** Returns how long the work took, in nanoseconds; 0 if that is not known. */
  long nanos() {
    return entry == null ? 0 : entry.nanos();
  }

  /** Returns when it was stored. */
  Instant stored() {
    if (entry != null) {
      return entry.stored();
    }
    return blob == null ? Instant.EPOCH : blob.stored();
  }

  /** Returns when it was last used: when it was stored, if nothing else is known. */
  Instant used() {
    return entry == null ? stored() : entry.used();
  }
}
