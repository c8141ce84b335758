package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.Warnings;
import dev.millrace.runtime.cache.claim.Claims;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all vaults at one place share: the stores, which are opened when one is needed. */
final class Room {
  private final Supplier<Stores> opener;
  private final boolean isMemory;
  private final Consumer<Room> end;
  private final long frontByDefault;
  private final Front front;
  private final Claims claims = new Claims();
  private final Warnings warnings = new Warnings();
  private final Sizes sizes = new Sizes();
  private final Uses uses = new Uses(System::nanoTime);
  private final Upkeep upkeep = new Upkeep(this);
  private volatile @Nullable Stores stores;

  /** Guarded by this, as what follows. */
  private int users;

  private boolean hasFrontLimit;

  /**
   * Makes a room.
   *
   * @param isMemory whether there are no blobs: what there is, is in the front
   * @param end is called with it when the last who had entered has left
   */
  Room(Supplier<Stores> opener, boolean isMemory, Consumer<Room> end) {
    this.opener = opener;
    this.isMemory = isMemory;
    this.end = end;
    this.frontByDefault = Runtime.getRuntime().maxMemory() / (isMemory ? 4 : 8);
    this.front = new Front(frontByDefault, this::went);
    this.stores = isMemory ? new Stores(null, new FrontLedger(front), null) : null;
  }

  /** Returns one without a store. */
  static Room memory() {
    return new Room(() -> Stores.NONE, true, room -> {});
  }

  /** Returns one of somebody's own stores: nobody touches them when the last has left. */
  static Room given(Stores stores) {
    return new Room(() -> stores, false, room -> room.upkeep().last());
  }

  private void went(Signature key, boolean wasUsed) {
    if (wasUsed && !isMemory) {
      uses.note(key);
    }
  }

  /**
   * Returns itself, with a user more. Of the limits of those who are there at once the larger one
   * of the front holds, and the smaller one of the store.
   */
  synchronized Room enter(Limits limits) {
    if (users++ == 0) {
      hasFrontLimit = false;
      upkeep.limit(Long.MAX_VALUE);
    }
    limits.store().ifPresent(bytes -> upkeep.limit(Math.min(upkeep.limit(), bytes)));
    long bytes = limits.front().orElse(frontByDefault);
    if (users == 1 || limits.front().isPresent() && (!hasFrontLimit || bytes > front.limit())) {
      front.limit(bytes);
    }
    hasFrontLimit |= limits.front().isPresent();
    return this;
  }

  /** Ends the use by one who entered. */
  void leave() {
    synchronized (this) {
      users--;
      if (users > 0) {
        return;
      }
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

  Upkeep upkeep() {
    return upkeep;
  }

  /** Returns the stores, open. If that fails there are none. */
  Stores stores() {
    Stores open = stores;
    return open != null ? open : open();
  }

  private synchronized Stores open() {
    Stores open = stores;
    if (open == null) {
      try {
        open = opener.get();
      } catch (RuntimeException e) {
        warn("open", "the cache cannot be opened; everything is computed", e);
        open = Stores.NONE;
      }
      stores = open;
    }
    return open;
  }

  /** Returns the stores if they are open. */
  @Nullable Stores opened() {
    return stores;
  }

  /** Writes a warning, once for each cause. */
  void warn(String cause, String text, @Nullable Throwable thrown) {
    warnings.tell(cause, text, thrown);
  }

  /** Tells the ledger what was used, if that is due: of the front too, once a minute. */
  void tellUsesIfDue() {
    if (uses.isDue()) {
      tellUses();
    } else if (uses.areMany()) {
      tellWaiting();
    }
  }

  /** Tells the ledger what was used. */
  void tellUses() {
    front.used(uses::note);
    tellWaiting();
  }

  private void tellWaiting() {
    Stores open = stores;
    if (open == null) {
      return;
    }
    try {
      uses.tell(open.meta());
    } catch (RuntimeException e) {
      ledgerFailed(e);
    }
  }

  /** Warns that a ledger threw where it should not. */
  void ledgerFailed(RuntimeException e) {
    warn("ledger", "the cache's ledger fails; explain and eviction know less", e);
  }

  /** Closes the stores, if they are open. */
  void close() {
    Stores open = stores;
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (StoreException | RuntimeException e) {
      warn("close", "the cache was not closed properly; what was stored before is there", e);
    }
  }
}
