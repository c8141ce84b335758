package dev.millrace.runtime.cache.vault;

import static dev.millrace.runtime.cache.vault.Values.get;
import static dev.millrace.runtime.cache.vault.Values.key;
import static dev.millrace.runtime.cache.vault.Values.keys;
import static dev.millrace.runtime.cache.vault.Values.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import dev.millrace.runtime.spi.Logs;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.Codecs;
import dev.millrace.runtime.spi.codec.Numbers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stores and codecs that fail: a warning each, and a miss. */
final class VaultFaultTest {
  private final FaultyStore store = new FaultyStore();
  private final MemoryLedger ledger = new MemoryLedger();
  private final Cache given = Cache.of(ledger, store);
  private final Logs logs = new Logs();

  @AfterEach
  void close() {
    logs.close();
  }

  private List<String> warnings() {
    return logs.at(Level.WARNING).stream().map(LogRecord::getMessage).toList();
  }

  @Test
  void aStoreOfWhichEveryCallFailsCostsAWarningForEachKind() {
    for (boolean isUnchecked : new boolean[] {false, true}) {
      store.isUnchecked = isUnchecked;
      store.failing.addAll(EnumSet.allOf(FaultyStore.Call.class));
      int before = warnings().size();
      try (Vault vault = Vault.open(Cache.of(ledger, store).frontLimit(0).limit(1))) {
        for (int i = 0; i < 3; i++) {
          put(vault, 1, "one");
          assertEquals(Map.of(), get(vault, 1, 2));
          assertFalse(vault.contains(key(1)));
        }
        assertEquals(9, vault.stats().failures());
        assertEquals(new Stats(0, 0, 6, 0, 0, 9), vault.stats());
      }
      assertEquals(
          List.of(
              "results cannot be stored in the cache",
              "results cannot be read from the cache; they are computed"),
          warnings().subList(before, warnings().size()));
      assertEquals(Optional.empty(), ledger.find(key(1)), "what is not stored has no entry");
    }
  }

  @Test
  void whatCannotBeStoredIsSharedInTheHeapAllTheSame() {
    store.failing.addAll(EnumSet.allOf(FaultyStore.Call.class));
    try (Vault vault = Vault.open(given);
        Vault other = Vault.open(given)) {
      put(vault, 1, "one");
      assertEquals(Map.of(1L, "one"), get(other, 1));
    }
  }

  @Test
  void aStoreThatComesBackIsUsedAgain() {
    try (Vault vault = Vault.open(given.frontLimit(0))) {
      store.failing.addAll(EnumSet.allOf(FaultyStore.Call.class));
      put(vault, 1, "one");
      store.failing.clear();
      assertEquals(Map.of(), get(vault, 1));
      put(vault, 1, "one");
      assertEquals(Map.of(1L, "one"), get(vault, 1));
    }
  }

  @Test
  void aStoreCannotChangeWhatItIsGiven() {
    List<Consumer<List<?>>> ways =
        List.of(List::clear, list -> list.add(null), Collections::reverse);
    for (Consumer<List<?>> way : ways) {
      try (Vault vault = Vault.open(Cache.of(ledger, store).frontLimit(0))) {
        store.meddling = way;
        put(vault, 1, "one");
        put(vault, 2, "two");
        assertEquals(Map.of(), get(vault, 1, 2));
        store.meddling = list -> {};
        put(vault, 1, "one");
        store.meddling = way;
        assertEquals(Map.of(), get(vault, 1, 2, 3));
        assertTrue(vault.stats().failures() > 0);
      }
      store.blobs.remove(keys(1, 2));
    }
  }

  @Test
  void aLedgerThatFailsAtEveryCallLosesNoResult() {
    try (Vault vault = Vault.open(Cache.of(new FaultyLedger(), store).limit(1))) {
      for (int key = 0; key < 10; key++) {
        put(vault, key, "a");
        assertEquals(Map.of((long) key, "a"), get(vault, key));
      }
      assertEquals(0, vault.stats().failures());
    }
    assertTrue(
        warnings().contains("the cache's ledger fails; explain and eviction know less"),
        () -> "" + warnings());
  }

  @Test
  void bytesThatAreNoValueAreAMissAndMakeRoomForTheNext() {
    store.blobs.put(List.of(new Blob(key(1), ByteBuffer.wrap(new byte[] {1, 2, 3}))));
    try (Vault vault = Vault.open(given)) {
      assertEquals(Map.of(), get(vault, 1));
      put(vault, 1, "one");
    }
    try (Vault vault = Vault.open(Cache.of(ledger, store))) {
      assertEquals(Map.of(1L, "one"), get(vault, 1));
    }
    assertEquals(List.of("a result in the cache cannot be read; it is computed again"), warnings());
  }

  @Test
  void bytesInTheHeapThatAreNoValueAreAMissToo() {
    try (Vault vault = Vault.open(Cache.inMemory())) {
      put(vault, 1, new int[] {1}, Numbers.INTS);
      assertEquals(Map.of(), get(vault, Numbers.LONGS, 1));
      assertEquals(Map.of(), get(vault, Numbers.INTS, 1));
      assertEquals(1, vault.stats().failures());
    }
  }

  @Test
  void whatACodecThrowsIsAWarningThatNamesTheNodeAndTheRestIsStored() {
    Codec<List<String>> picky =
        Codecs.of(
            "picky",
            (out, value) -> {
              if (value.isEmpty()) {
                throw new IllegalStateException("not this one");
              }
              out.text(value.get(0));
            },
            in -> List.of(in.text()));
    for (Cache cache : List.of(given, Cache.inMemory())) {
      int before = warnings().size();
      try (Vault vault = Vault.open(cache)) {
        vault.put(
            keys(1, 2, 3, 4),
            Arrays.asList(List.of("a"), List.of(), null, List.of()),
            picky,
            "summary",
            1,
            i -> List.of());
        assertEquals(2, vault.stats().puts());
        assertEquals(List.of("a"), get(vault, picky, 1, 2, 3, 4).get(1L));
        assertEquals(2, get(vault, picky, 1, 2, 3, 4).size());
        assertEquals(Optional.empty(), find(vault, 2));
      }
      assertEquals(
          List.of("a result of summary cannot be written; it is not stored"),
          warnings().subList(before, warnings().size()));
    }
  }

  private static Optional<?> find(Vault vault, long key) {
    try {
      return vault.meta().find(key(key));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aValueThatIsTooDeepIsNotStored() {
    Codec<String> endless = Codecs.of("endless", VaultFaultTest::deeper, in -> in.text());
    try (Vault vault = Vault.open(given)) {
      put(vault, 1, "a", endless);
      assertEquals(Map.of(), get(vault, 1));
      assertEquals(1, vault.stats().failures());
    }
  }

  private static void deeper(Object out, String value) {
    deeper(out, value + value.length());
  }

  @Test
  void storesThatCannotBeOpenedAreNone() {
    Rooms rooms =
        new Rooms(
            folder -> {
              throw new IllegalStateException("no " + folder);
            });
    Room room = rooms.enter(Path.of("x"), Limits.of(Cache.inMemory()));
    assertEquals(Stores.NONE, room.stores());
    assertEquals(Stores.NONE, room.stores());
    assertEquals(List.of("the cache cannot be opened; everything is computed"), warnings());
    room.leave();
  }

  /** What is not the store's fault is not hidden. */
  @Test
  void whatTheCallerThrowsIsThrown() {
    try (Vault vault = Vault.open(given)) {
      put(vault, 1, "one");
      for (int i = 0; i < 2; i++) {
        assertThrows(
            ArithmeticException.class,
            () ->
                vault.get(
                    keys(1),
                    Codecs.STRING,
                    (index, value) -> {
                      throw new ArithmeticException();
                    }));
      }
      assertThrows(
          ArithmeticException.class,
          () ->
              vault.put(
                  keys(2),
                  List.of("a"),
                  Codecs.STRING,
                  "node",
                  1,
                  i -> {
                    throw new ArithmeticException();
                  }));
    }
    assertEquals(List.of(), warnings());
  }
}
