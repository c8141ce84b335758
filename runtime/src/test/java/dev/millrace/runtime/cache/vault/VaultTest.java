package dev.millrace.runtime.cache.vault;

import static dev.millrace.runtime.cache.vault.Values.get;
import static dev.millrace.runtime.cache.vault.Values.key;
import static dev.millrace.runtime.cache.vault.Values.keys;
import static dev.millrace.runtime.cache.vault.Values.put;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.Slab;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.Codecs;
import dev.millrace.runtime.spi.codec.Numbers;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a vault gives back, wherever it keeps it. */
final class VaultTest {
  private final FaultyStore store = new FaultyStore();
  private final MemoryLedger ledger = new MemoryLedger();
  private final Cache given = Cache.of(ledger, store);

  @Test
  void whatWasPutIsFoundAndTheRestIsMissing() {
    for (Cache cache : List.of(given, Cache.inMemory(), given.frontLimit(0))) {
      try (Vault vault = Vault.open(cache)) {
        assertEquals(Map.of(), get(vault, 1, 2, 3));
        assertFalse(vault.contains(key(1)));
        put(vault, 1, "one");
        put(vault, 3, "three");
        assertEquals(Map.of(1L, "one", 3L, "three"), get(vault, 1, 2, 3));
        assertTrue(vault.contains(key(3)));
        assertFalse(vault.contains(key(2)));
        store.blobs.close();
      }
    }
  }

  @Test
  void nullIsAValue() {
    Map<Long, String> expected = new HashMap<>();
    expected.put(1L, null);
    for (Cache cache : List.of(given, Cache.inMemory(), given.frontLimit(0))) {
      try (Vault vault = Vault.open(cache)) {
        put(vault, 1, null);
        assertEquals(expected, get(vault, 1, 2));
        vault.put(keys(3), Arrays.asList((int[]) null), Numbers.INTS, "n", 1, i -> List.of());
        assertEquals(1, vault.get(keys(3, 4), Numbers.INTS, (i, value) -> assertSame(null, value)));
        store.blobs.close();
      }
    }
  }

  @Test
  void whatCannotBeChangedIsSharedAndTheRestIsMadeAnew() {
    String text = new String("shared");
    int[] array = {1, 2, 3};
    for (Cache cache : List.of(given, Cache.inMemory())) {
      try (Vault vault = Vault.open(cache)) {
        put(vault, 1, text);
        assertSame(text, get(vault, 1).get(1L));

        put(vault, 2, array, Numbers.INTS);
        int[] first = get(vault, Numbers.INTS, 2).get(2L);
        assertNotSame(array, first);
        first[0] = 9;
        int[] second = get(vault, Numbers.INTS, 2).get(2L);
        assertArrayEquals(array, second);
        assertNotSame(first, second);
      }
    }
  }

  /** A list that is read cannot be changed; that which the node returned perhaps can. */
  @Test
  void whatANodeDoesToItsResultLaterIsNotSeen() {
    Codec<List<String>> codec = Codecs.list(Codecs.STRING);
    for (Cache cache : List.of(given, Cache.inMemory())) {
      try (Vault vault = Vault.open(cache)) {
        List<String> returned = new ArrayList<>(List.of("a"));
        put(vault, 1, returned, codec);
        returned.add("b");
        List<String> found = get(vault, codec, 1).get(1L);
        assertEquals(List.of("a"), found);
        assertSame(found, get(vault, codec, 1).get(1L), "from then on it is shared");
        assertEquals(2, vault.stats().frontHits());
      }
    }
  }

  @Test
  void anEmbeddingOutlivesTheSlabThatItWasIn() {
    for (Cache cache : List.of(given, Cache.inMemory())) {
      try (Vault vault = Vault.open(cache)) {
        Slab slab = Slab.allocate(1, 3);
        for (int column = 0; column < 3; column++) {
          slab.set(0, column, column + 1);
        }
        put(vault, 1, slab.row(0), Codecs.EMBEDDING);
        slab.close();
        assertEquals(Map.of(1L, Embedding.of(1, 2, 3)), get(vault, Codecs.EMBEDDING, 1));
      }
    }
  }

  @Test
  void whatWasReadOnceIsReadNoMore() {
    try (Vault vault = Vault.open(given)) {
      put(vault, 1, "one");
    }
    try (Vault other = Vault.open(Cache.of(ledger, store))) {
      store.calls.clear();
      String first = Objects.requireNonNull(get(other, 1).get(1L));
      assertSame(first, get(other, 1).get(1L));
      assertEquals(List.of("GET 1"), store.calls);
      assertEquals(new Stats(1, 1, 0, 0, 0, 0), other.stats());
    }
  }

  @Test
  void theStoreIsAskedOnceForAllThatIsNotInTheHeapAndGivenAllAtOnce() {
    try (Vault vault = Vault.open(given)) {
      vault.put(keys(1, 2, 3), List.of("1", "2", "3"), Codecs.STRING, "node", 5, i -> List.of());
      assertEquals(List.of("PUT 3"), store.calls);
      assertEquals(3, get(vault, 9, 1, 8, 2, 3).size());
      assertEquals(List.of("PUT 3", "GET 2"), store.calls);
      assertEquals(3, get(vault, 1, 2, 3).size());
      assertEquals(2, store.calls.size());
      assertEquals(6, vault.stats().frontHits());
      assertEquals(2, vault.stats().misses());
      assertEquals(3, vault.stats().puts());
    }
  }

  @Test
  void theLedgerIsToldWhatWasStoredAndWhatWasUsed() {
    try (Vault vault = Vault.open(given)) {
      put(vault, 1, "one");
      put(vault, 2, "two");
      Entry entry = ledger.find(key(1)).orElseThrow();
      assertEquals("node", entry.node());
      assertEquals(5, entry.nanos());
      assertEquals(List.of(Values.PART), entry.parts());
      assertEquals(store.blobs.get(keys(1)).get(0).remaining(), entry.bytes());
      assertEquals(entry.stored(), entry.used());
      assertSame(ledger, vault.meta());
      ledger.used(keys(1, 2), entry.used());
      get(vault, 2);
    }
    Entry used = ledger.find(key(2)).orElseThrow();
    assertTrue(used.used().isAfter(used.stored()), "it was told when the vault was closed");
    Entry unused = ledger.find(key(1)).orElseThrow();
    assertEquals(unused.stored(), unused.used());
  }

  @Test
  void partsAreNotAskedForWhereThereIsNoLedger() {
    try (Vault vault = Vault.open(Cache.of(NoLedger.INSTANCE, store))) {
      vault.put(
          keys(1),
          List.of("1"),
          Codecs.STRING,
          "node",
          5,
          i -> {
            throw new AssertionError("nobody reads them");
          });
      assertEquals(Map.of(1L, "1"), get(vault, 1));
    }
  }

  @Test
  void vaultsAtOnePlaceShareWhatIsInTheHeapAndWhatIsUnderWay() {
    for (Cache cache : List.of(given, Cache.inMemory())) {
      try (Vault one = Vault.open(cache);
          Vault other = Vault.open(cache.storeAll().env("a", 1))) {
        String text = new String("shared");
        put(one, 1, text);
        assertSame(text, get(other, 1).get(1L));
        assertSame(one.claims(), other.claims());
        assertEquals(0, other.stats().puts());
      }
    }
  }

  @Test
  void vaultsOfOtherClassLoadersShareTheStoreAlone() throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[0]);
        Vault one = Vault.open(given);
        Vault other = Vault.open(given, loader)) {
      String text = new String("of one");
      put(one, 1, text);
      String found = get(other, 1).get(1L);
      assertEquals(text, found);
      assertNotSame(text, found);
      assertSame(found, get(other, 1).get(1L));
      assertEquals(text, get(one, 1).get(1L));
      assertNotSame(found, get(one, 1).get(1L));
    }
  }

  @Test
  void whatIsInMemoryStaysWhileItsCacheCanBeReached() {
    Cache cache = Cache.inMemory();
    try (Vault vault = Vault.open(cache)) {
      put(vault, 1, "one");
    }
    try (Vault vault = Vault.open(cache.storeAll());
        Vault another = Vault.open(Cache.inMemory())) {
      assertEquals(Map.of(1L, "one"), get(vault, 1));
      assertEquals(Map.of(), get(another, 1));
    }
  }

  @Test
  void whatGoesFromMemoryGoesFromItsLedgerToo() throws Exception {
    try (Vault vault = Vault.open(Cache.inMemory().frontLimit(100_000))) {
      for (int key = 0; key < 10_000; key++) {
        put(vault, key, "a text of some length " + key);
      }
      int[] counts = new int[2];
      for (int key = 0; key < 10_000; key++) {
        counts[0] += get(vault, key).size();
      }
      vault.meta().forEach(entry -> counts[1]++);
      assertTrue(counts[0] > 100 && counts[0] < 1_000, () -> counts[0] + " are there");
      assertEquals(counts[0], counts[1]);
    }
  }

  @Test
  void aCacheThatIsOffKeepsNothing() {
    try (Vault vault = Vault.open(given.enabled(false))) {
      assertFalse(vault.stores());
      put(vault, 1, "one");
      assertEquals(Map.of(), get(vault, 1));
      assertFalse(vault.contains(key(1)));
    }
    assertEquals(List.of(), store.calls);
  }

  @Test
  void afterItsEndEverythingIsMissing() {
    Vault vault = Vault.open(given);
    put(vault, 1, "one");
    vault.close();
    vault.close();
    store.calls.clear();
    assertEquals(Map.of(), get(vault, 1));
    put(vault, 2, "two");
    assertFalse(vault.contains(key(1)));
    assertEquals(List.of(), store.calls);
    assertTrue(store.blobs.contains(key(1)), "and the caller's stores are not closed");
  }

  @Test
  void theEnvironmentIsTheCaches() {
    try (Vault vault = Vault.open(given.env("a", 1))) {
      assertArrayEquals(Environment.digest(Map.of("a", 1)), vault.environment());
    }
  }

  /** All at once would take room for all, however little there may be. */
  @Test
  void manyLargeResultsArePutInPortions() {
    try (Vault vault = Vault.open(Cache.inMemory())) {
      boolean[] isFirstThere = new boolean[2];
      List<int[]> values =
          new AbstractList<>() {
            @Override
            public int[] get(int index) {
              isFirstThere[0] |= index < 10 && vault.contains(key(0));
              isFirstThere[1] = vault.contains(key(0));
              return new int[1_000];
            }

            @Override
            public int size() {
              return 1_000;
            }
          };
      List<Signature> keys = keys(LongStream.range(0, 1_000).toArray());
      vault.put(keys, values, Numbers.INTS, "node", 1, i -> List.of());
      assertFalse(isFirstThere[0]);
      assertTrue(isFirstThere[1], "4 MB of which none was put before the last was written");
      assertEquals(1_000, vault.stats().puts());
    }
  }
}
