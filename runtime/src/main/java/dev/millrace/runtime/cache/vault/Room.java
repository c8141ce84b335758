package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.Eviction;
import dev.millrace.runtime.cache.Warnings;
import dev.millrace.runtime.cache.claim.Claims;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all vaults at one place share: the stores, which are opened when one is needed. */
final class Room {
  private static final int PART = 4;

  private final Supplier<Stores> opener;
  private final boolean isMemory;
  private final Consumer<Room> end;
  private final Front front;
  private final Claims claims = new Claims();
  private final Warnings warnings = new Warnings();
  private final Sizes sizes = new Sizes();
  private final Uses uses = new Uses(System::nanoTime);
  private final AtomicLong put = new AtomicLong();
  private final AtomicBoolean isEvicting = new AtomicBoolean();
  private volatile @Nullable Stores stores;
  private volatile long limit = Long.MAX_VALUE;

  /** Guarded by this, as what follows. */
  private int users;

  private boolean hasFrontLimit;

  /**
   * Makes a room.
   *
   * @param end is called with it when the last who had entered has left
   */
  Room(Supplier<Stores> opener, boolean isMemory, Consumer<Room> end) {
    this.opener = opener;
    this.isMemory = isMemory;
    this.end = end;
    this.front = new Front(Runtime.getRuntime().maxMemory() / (isMemory ? 4 : 8), this::went);
  }

  /** Returns one without a store. */
  static Room memory() {
    Stores none = new Stores(null, new MemoryLedger());
    return new Room(() -> none, true, room -> {});
  }

  /** Returns one of somebody's own stores. */
  static Room given(Stores stores) {
    return new Room(() -> stores, false, room -> {});
  }

  private void went(Signature key, boolean wasUsed) {
    if (isMemory) {
      forget(key);
    } else if (wasUsed) {
      uses.note(key);
    }
  }

  private void forget(Signature key) {
    try {
      stores().meta().remove(List.of(key));
    } catch (StoreException e) {
      warn("forget", "the cache's ledger keeps entries of results that are let go of", e);
    }
  }

  /** Returns itself, with a user more. */
  synchronized Room enter() {
    users++;
    return this;
  }

  /** Notes the limits of one who entered: the larger front holds, and the smaller store. */
  synchronized void limit(OptionalLong ofStore, OptionalLong ofFront) {
    ofStore.ifPresent(bytes -> limit = Math.min(limit, bytes));
    if (ofFront.isPresent()) {
      long bytes = ofFront.getAsLong();
      front.limit(hasFrontLimit ? Math.max(front.limit(), bytes) : bytes);
      hasFrontLimit = true;
    }
  }

  /** Ends the use by one who entered. */
  void leave() {
    synchronized (this) {
      users--;
    }
    end.accept(this);
  }

  synchronized boolean isEmpty() {
    return users == 0;
  }

  boolean isMemory() {
    return isMemory;
  }

  Front front() {
    return front;
  }

  Claims claims() {
    return claims;
  }

  Sizes sizes() {
    return sizes;
  }

  Uses uses() {
    return uses;
  }

  /** Returns the stores, open. */
  Stores stores() {
    Stores open = stores;
    return open != null ? open : open();
  }

  private synchronized Stores open() {
    Stores open = stores;
    if (open == null) {
      open = opener.get();
      stores = open;
    }
    return open;
  }

  /** Writes a warning, once for each cause. */
  void warn(String cause, String text, @Nullable Throwable thrown) {
    warnings.tell(cause, text, thrown);
  }

  /** Notes that so much was stored, and has a thread see to the limit if that is due. */
  void stored(long bytes) {
    long most = limit;
    if (most < Long.MAX_VALUE
        && put.addAndGet(bytes) > most / PART
        && isEvicting.compareAndSet(false, true)) {
      Thread thread = new Thread(this::evict, "millrace-eviction");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void evict() {
    try {
      put.set(0);
      Stores open = stores();
      BlobStore blobs = open.blobs();
      if (blobs != null) {
        new Eviction(blobs, open.meta()).run(limit, Instant.now());
      }
    } catch (StoreException | RuntimeException e) {
      warn("evict", "the cache may be larger than its limit of " + limit + " bytes", e);
    } finally {
      isEvicting.set(false);
    }
  }

  /** Tells the ledger what was used. */
  void tellUses() {
    MetaStore meta = stores().meta();
    try {
      uses.tell(front, meta);
    } catch (RuntimeException e) {
      warn("used", "the cache's ledger does not note what is used", e);
    }
  }

  /** Closes the stores, if they were opened. */
  void close() {
    Stores open = stores;
    if (open == null) {
      return;
    }
    try {
      open.meta().close();
      if (open.blobs() != null) {
        open.blobs().close();
      }
    } catch (StoreException | RuntimeException e) {
      warn("close", "the cache's folder was not closed properly; what was stored is there", e);
    }
  }
}
