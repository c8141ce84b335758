package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is known of the values in a front. It comes and goes with them. */
final class FrontLedger implements MetaStore {
  private final Front front;

  FrontLedger(Front front) {
    this.front = front;
  }

  /** Does nothing: values are put with what is known of them. */
  @Override
  public void stored(List<Entry> entries) {}

  @Override
  public void used(Collection<Signature> keys, Instant when) {
    for (Signature key : keys) {
      Line line = front.known(key);
      if (line != null) {
        line.used(when);
      }
    }
  }

  @Override
  public Optional<Entry> find(Signature key) {
    return Optional.ofNullable(front.known(key)).map(Line::entry);
  }

  @Override
  public List<Entry> latest(String node, int most) {
    List<Entry> entries = new ArrayList<>();
    front.known(
        line -> {
          if (line.origin.node().equals(node)) {
            entries.add(line.entry());
          }
        });
    return entries.stream()
        .sorted(Comparator.comparing(Entry::stored).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public void forEach(Consumer<Entry> action) {
    front.known(line -> action.accept(line.entry()));
  }

  /** Forgets the values with what is known of them. */
  @Override
  public void remove(Collection<Signature> keys) {
    keys.forEach(front::remove);
  }

  @Override
  public void close() {}
}
