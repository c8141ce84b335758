package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.CacheMode;
import java.util.OptionalLong;

/**
 * What one who enters a room wants kept there at most.
 *
 * @param store bytes in the store
 * @param front bytes in the heap
 */
record Limits(OptionalLong store, OptionalLong front) {
  /** Returns those of a cache. One that is only read is not made smaller either. */
  static Limits of(Cache cache) {
    boolean isRead = cache.mode() == CacheMode.READ_ONLY;
    return new Limits(isRead ? OptionalLong.empty() : cache.limit(), cache.frontLimit());
  }
}
