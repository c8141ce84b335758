package dev.millrace.runtime.cache.ledger;

import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import java.util.List;

/** What is to be written. */
sealed interface Change {
  /** Returns how many rows it changes. */
  int size();

  /** Results that were stored. */
  record Stored(List<Entry> entries) implements Change {
    @Override
    public int size() {
      return entries.size();
    }
  }

  /** Results that were used. */
  record Used(List<Signature> keys, Instant when) implements Change {
    @Override
    public int size() {
      return keys.size();
    }
  }
}
