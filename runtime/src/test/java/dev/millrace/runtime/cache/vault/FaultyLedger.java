package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger of which every call fails, even those that are not to. */
final class FaultyLedger implements MetaStore {
  @Override
  public void stored(List<Entry> entries) {
    throw new IllegalStateException("stored failed");
  }

  @Override
  public void used(Collection<Signature> keys, Instant when) {
    throw new IllegalStateException("used failed");
  }

  @Override
  public Optional<Entry> find(Signature key) throws StoreException {
    throw new StoreException("find failed", null);
  }

  @Override
  public List<Entry> latest(String node, int most) throws StoreException {
    throw new StoreException("latest failed", null);
  }

  @Override
  public void forEach(Consumer<Entry> action) throws StoreException {
    throw new StoreException("forEach failed", null);
  }

  @Override
  public void remove(Collection<Signature> keys) throws StoreException {
    throw new StoreException("remove failed", null);
  }

  @Override
  public void close() {
    throw new IllegalStateException("close failed");
  }
}
