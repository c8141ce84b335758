package dev.millrace.runtime.cache.memory;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What is known of results, in the heap, for as long as this object is there. */
public final class MemoryLedger implements MetaStore {
  private final Map<Signature, Entry> entries = new ConcurrentHashMap<>();

  @Override
  public void stored(List<Entry> stored) {
    stored.forEach(entry -> entries.put(entry.key(), entry));
  }

  @Override
  public void used(Collection<Signature> keys, Instant when) {
    for (Signature key : keys) {
      entries.computeIfPresent(
          key, (same, entry) -> when.isAfter(entry.used()) ? used(entry, when) : entry);
    }
  }

  private static Entry used(Entry entry, Instant when) {
    return new Entry(
        entry.key(),
        entry.node(),
        entry.stored(),
        entry.nanos(),
        entry.bytes(),
        when,
        entry.parts());
  }

  @Override
  public Optional<Entry> find(Signature key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public List<Entry> latest(String node, int most) {
    return entries.values().stream()
        .filter(entry -> entry.node().equals(node))
        .sorted(Comparator.comparing(Entry::stored).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public void forEach(Consumer<Entry> action) {
    entries.values().forEach(action);
  }

  @Override
  public void remove(Collection<Signature> keys) {
    keys.forEach(entries::remove);
  }

  /** Lets go of everything. */
  @Override
  public void close() {
    entries.clear();
  }
}
