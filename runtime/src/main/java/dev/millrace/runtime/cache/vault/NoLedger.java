package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Knows nothing of any result. */
enum NoLedger implements MetaStore {
  INSTANCE;

  @Override
  public void stored(List<Entry> entries) {}

  @Override
  public void used(Collection<Signature> keys, Instant when) {}

  @Override
  public Optional<Entry> find(Signature key) {
    return Optional.empty();
  }

  @Override
  public List<Entry> latest(String node, int most) {
    return List.of();
  }

  @Override
  public void forEach(Consumer<Entry> action) {}

  @Override
  public void remove(Collection<Signature> keys) {}

  @Override
  public void close() {}
}
