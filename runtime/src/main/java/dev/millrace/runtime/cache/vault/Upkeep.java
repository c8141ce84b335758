package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.Eviction;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a store keeps to its limit, on a thread of its own: whenever a quarter of the
 * limit was stored since it last did, and when the last user has left.
 */
final class Upkeep {
  private static final int PART = 4;

  private final Room room;
  private final AtomicLong stored = new AtomicLong();
  private final AtomicBoolean isUnderWay = new AtomicBoolean();

  /** Held while it is done. */
  private final Object doing = new Object();

  private volatile @Nullable Thread worker;
  private volatile long limit = Long.MAX_VALUE;

  Upkeep(Room room) {
    this.room = room;
  }

  long limit() {
    return limit;
  }

  void limit(long bytes) {
    limit = bytes;
  }

  /** Notes that so much was stored. */
  void stored(long bytes) {
    long most = limit;
    if (stored.addAndGet(bytes) > most / PART && isUnderWay.compareAndSet(false, true)) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  keepTo(most);
                } finally {
                  isUnderWay.set(false);
                }
              },
              "millrace-eviction");
      thread.setDaemon(true);
      worker = thread;
      thread.start();
    }
  }

  /** Returns whether the last who leaves has something done. */
  boolean isDueAtEnd() {
    return isUnderWay.get() || isDue(limit);
  }

  private boolean isDue(long most) {
    Stores open = room.opened();
    return open != null
        && open.blobs() != null
        && most < Long.MAX_VALUE
        && (open.folder() != null || stored.get() > 0)
        && open.mayTakeMoreThan(most);
  }

  /** Does what the last who leaves has to do, before the caller goes on. */
  void last() {
    awaitWorker();
    long most = limit; // who enters meanwhile brings another
    if (isDue(most)) {
      keepTo(most);
    }
  }

  /** What was begun for who leaves is not done behind the back of who comes next. */
  private void awaitWorker() {
    Thread thread = worker;
    boolean wasInterrupted = false;
    while (thread != null && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepTo(long most) {
    synchronized (doing) {
      stored.set(0);
      Stores open = room.stores();
      BlobStore blobs = open.blobs();
      try {
        if (blobs != null) {
          new Eviction(blobs, open.meta()).run(most, Instant.now());
        }
      } catch (StoreException | RuntimeException e) {
        room.warn("evict", "the cache may be larger than its limit of " + most + " bytes", e);
      }
    }
  }
}
