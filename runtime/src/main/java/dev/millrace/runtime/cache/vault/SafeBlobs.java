package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blobs of a room, for one who cannot have them fail: what fails is counted and warned of. */
final class SafeBlobs {
  private final Room room;
  private final Counts counts;

  SafeBlobs(Room room, Counts counts) {
    this.room = room;
    this.counts = counts;
  }

  /** What is done with a store. */
  @FunctionalInterface
  private interface Act<T> {
    T with(BlobStore blobs) throws StoreException;
  }

  /** Returns what is under each key, null where nothing is. */
  List<@Nullable ByteBuffer> get(List<Signature> keys) {
    return tried(
        "get",
        "results cannot be read from the cache; they are computed",
        Collections.nCopies(keys.size(), null),
        blobs -> {
          // A copy: a list may fail only when it is read.
          List<@Nullable ByteBuffer> found =
              new ArrayList<>(blobs.get(Collections.unmodifiableList(keys)));
          if (found.size() != keys.size()) {
            throw new StoreException(
                blobs + " gave " + found.size() + " results for " + keys.size() + " keys", null);
          }
          return found;
        });
  }

  boolean contains(Signature key) {
    return tried(
        "get",
        "results cannot be read from the cache; they are computed",
        false,
        blobs -> blobs.contains(key));
  }

  /**
   * Returns whether blobs are stored.
   *
   * @param isInstead whether they are to be given and not what may be there
   */
  boolean put(List<Blob> batch, boolean isInstead) {
    return tried(
        "put",
        "results cannot be stored in the cache",
        false,
        blobs -> {
          if (isInstead) {
            blobs.remove(batch.stream().map(Blob::key).toList());
          }
          blobs.put(Collections.unmodifiableList(batch));
          return true;
        });
  }

  /** Forgets what is under keys, and returns whether that was done. */
  boolean remove(Collection<Signature> keys) {
    return tried(
        "remove",
        "results in the cache that cannot be read cannot be removed either",
        false,
        blobs -> {
          blobs.remove(keys);
          return true;
        });
  }

  private <T> T tried(String cause, String text, T otherwise, Act<T> act) {
    BlobStore blobs = room.stores().blobs();
    if (blobs == null) {
      return otherwise;
    }
    try {
      return act.with(blobs);
    } catch (StoreException | RuntimeException e) {
      counts.failures.increment();
      room.warn(cause, text, e);
      return otherwise;
    }
  }
}
