package dev.millrace.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link MetaStore} does. */
public abstract class MetaStoreContract {
  protected static final Instant THEN = Instant.ofEpochMilli(1_700_000_000_123L);

  /** Returns an empty store. */
  protected abstract MetaStore open() throws Exception;

  /** Returns an entry, of a time that is so much later. */
  protected static Entry entry(long key, String node, long seconds) {
    List<Part> parts =
        List.of(
            new Part("code", new Signature(-1, Long.MIN_VALUE)),
            new Part("odd \\ name\nof \0 é two", new Signature(key, 0)),
            new Part("", new Signature(0, 0)));
    Instant when = THEN.plusSeconds(seconds);
    return new Entry(key(key), node, when, 5_000_000_000L + key, 1L << 40, when, parts);
  }

  protected static Signature key(long key) {
    return new Signature(-key, key);
  }

  @Test
  void findsWhatWasStored() throws Exception {
    try (MetaStore store = open()) {
      assertEquals(Optional.empty(), store.find(key(1)));
      store.stored(List.of(entry(1, "a", 0), entry(2, "b", 0)));
      assertEquals(Optional.of(entry(1, "a", 0)), store.find(key(1)));
      assertEquals(Optional.of(entry(2, "b", 0)), store.find(key(2)));
      assertEquals(Optional.empty(), store.find(key(3)));
    }
  }

  @Test
  void theLaterEntryOfAKeyTakesTheStead() throws Exception {
    try (MetaStore store = open()) {
      store.stored(List.of(entry(1, "a", 0)));
      store.stored(List.of(entry(1, "b", 7)));
      assertEquals(Optional.of(entry(1, "b", 7)), store.find(key(1)));
    }
  }

  @Test
  void theLatestOfANodeComeFirst() throws Exception {
    try (MetaStore store = open()) {
      for (int i = 0; i < 5; i++) {
        store.stored(List.of(entry(i, "a", (i * 3) % 5), entry(10 + i, "b", 100)));
      }
      assertEquals(List.of(entry(3, "a", 4), entry(1, "a", 3)), store.latest("a", 2));
      assertEquals(5, store.latest("a", 100).size());
      assertEquals(List.of(), store.latest("c", 2));
    }
  }

  @Test
  void theLastUseIsTheLatestThatWasTold() throws Exception {
    try (MetaStore store = open()) {
      store.stored(List.of(entry(1, "a", 0)));
      store.used(List.of(key(1), key(2)), THEN.plusSeconds(9));
      store.used(Set.of(key(1)), THEN.plusSeconds(5));
      Entry found = store.find(key(1)).orElseThrow();
      assertEquals(THEN.plusSeconds(9), found.used());
      assertEquals(THEN, found.stored());
      assertEquals(Optional.empty(), store.find(key(2)), "a use alone is no entry");
    }
  }

  @Test
  void tellsOfAllAndForgetsWhatIsRemoved() throws Exception {
    try (MetaStore store = open()) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 3000; i++) {
        entries.add(entry(i, "n" + i % 3, i));
      }
      store.stored(entries);
      store.remove(List.of(key(0), key(7777)));
      Set<Entry> told = new HashSet<>();
      store.forEach(told::add);
      assertEquals(new HashSet<>(entries.subList(1, 3000)), told);
    }
  }
}
