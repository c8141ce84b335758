package dev.millrace.runtime.cache.vault;

import static dev.millrace.runtime.cache.vault.Values.get;
import static dev.millrace.runtime.cache.vault.Values.key;
import static dev.millrace.runtime.cache.vault.Values.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import dev.millrace.runtime.spi.Logs;
import dev.millrace.runtime.spi.codec.Codecs;
import dev.millrace.runtime.spi.codec.Numbers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaultModeTest {
  private final FaultyStore store = new FaultyStore();
  private final MemoryLedger ledger = new MemoryLedger();
  private final Cache given = Cache.of(ledger, store);

  @Test
  void oneThatOnlyReadsStoresRemovesAndNotesNothing() {
    try (Vault vault = Vault.open(given)) {
      put(vault, 1, "one");
      put(vault, 2, "two");
    }
    long used = ledger.find(key(1)).orElseThrow().used().toEpochMilli();
    store.calls.clear();
    try (Logs logs = new Logs();
        Vault vault = Vault.open(Cache.of(ledger, store).readOnly().limit(1))) {
      assertFalse(vault.stores());
      put(vault, 3, "three");
      assertEquals(Map.of(1L, "one"), get(vault, 1, 3));
      assertEquals(Map.of(), get(vault, Numbers.INTS, 2), "which cannot be read as that");
      assertTrue(vault.contains(key(2)));
      assertEquals(0, vault.stats().puts());
      assertEquals(1, logs.at(Level.WARNING).size());
    }
    assertEquals(List.of("GET 2", "GET 1"), store.calls.subList(0, 2));
    assertEquals(List.of("CONTAINS 1"), store.calls.subList(2, store.calls.size()));
    assertEquals(Optional.empty(), ledger.find(key(3)));
    assertEquals(used, ledger.find(key(1)).orElseThrow().used().toEpochMilli());
  }

  @Test
  void oneThatOnlyReadsMakesNoFile(@TempDir Path folder) throws Exception {
    Path cache = folder.resolve("cache");
    try (Vault vault = Vault.open(Cache.at(cache).readOnly())) {
      put(vault, 1, "one");
      assertEquals(Map.of(), get(vault, 1));
      assertEquals(Optional.empty(), vault.meta().find(key(1)));
    }
    assertFalse(Files.exists(cache));
  }

  @Test
  void oneThatRefreshesFindsOnlyWhatItPut() {
    try (Vault vault = Vault.open(given)) {
      put(vault, 1, "old");
      put(vault, 2, "old");
    }
    for (Cache cache : List.of(given.refresh(), Cache.of(ledger, store).refresh())) {
      try (Vault vault = Vault.open(cache)) {
        assertTrue(vault.stores());
        assertEquals(Map.of(), get(vault, 1, 2));
        assertFalse(vault.contains(key(1)));
        put(vault, 1, "new");
        assertEquals(Map.of(1L, "new"), get(vault, 1, 2));
        assertTrue(vault.contains(key(1)));
        assertFalse(vault.contains(key(2)));
      }
      try (Vault vault = Vault.open(Cache.of(ledger, store))) {
        assertEquals(Map.of(1L, "new", 2L, "old"), get(vault, 1, 2));
        put(vault, 1, "old");
      }
      try (Vault vault = Vault.open(given)) {
        assertEquals(Map.of(1L, "new", 2L, "old"), get(vault, 1, 2));
      }
    }
  }

  @Test
  void oneThatRefreshesMemoryDoesTheSame() {
    Cache memory = Cache.inMemory();
    try (Vault vault = Vault.open(memory)) {
      put(vault, 1, "old");
      put(vault, 2, "old");
    }
    try (Vault vault = Vault.open(memory.refresh());
        Vault other = Vault.open(memory)) {
      assertEquals(Map.of(), get(vault, 1, 2));
      put(vault, 1, "new");
      assertEquals(Map.of(1L, "new"), get(vault, 1, 2));
      assertEquals(Map.of(1L, "new", 2L, "old"), get(other, 1, 2));
    }
  }

  /** What could not be removed might be given by the store again. */
  @Test
  void oneThatRefreshesAndCannotRemoveStoresNothing() {
    try (Vault vault = Vault.open(given)) {
      put(vault, 1, "old");
    }
    store.failing.add(FaultyStore.Call.REMOVE);
    try (Logs logs = new Logs();
        Vault vault = Vault.open(Cache.of(ledger, store).frontLimit(0).refresh())) {
      put(vault, 1, "new");
      put(vault, 1, "new");
      assertEquals(Map.of(), get(vault, 1));
      assertEquals(1, logs.at(Level.WARNING).size());
      assertEquals(2, vault.stats().failures());
    }
  }

  @Test
  void aRefreshThatAnotherThreadStoresMeanwhileIsNotTakenForWhatWasThereBefore() {
    for (int when = 0; when < 4; when++) {
      Cache memory = Cache.inMemory();
      try (Vault before = Vault.open(memory);
          Vault vault = Vault.open(memory.refresh())) {
        put(before, 1, "old");
        int at = when;
        int[] gets = {0};
        List<Signature> keys =
            new AbstractList<>() {
              @Override
              public Signature get(int index) {
                if (gets[0]++ == at) {
                  inAnotherThread(() -> put(vault, 1, "new"));
                }
                return key(1);
              }

              @Override
              public int size() {
                return 1;
              }
            };
        vault.get(keys, Codecs.STRING, (i, value) -> assertEquals("new", value));
        assertTrue(gets[0] > 0);
      }
    }
  }

  private static void inAnotherThread(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
