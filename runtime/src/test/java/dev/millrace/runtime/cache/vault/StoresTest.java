package dev.millrace.runtime.cache.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.ledger.Ledger;
import dev.millrace.runtime.spi.Logs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoresTest {
  @TempDir Path folder;

  @Test
  void aFolderHasALedgerWhereSqliteIs() throws Exception {
    try (Logs logs = new Logs()) {
      Stores stores = Stores.at(folder);
      assertInstanceOf(Ledger.class, stores.meta());
      assertEquals(List.of(), logs.at(Level.INFO));
      stores.close();
    }
  }

  @Test
  void withoutADriverThereIsOneLineAndNoLedger() throws Exception {
    try (Logs logs = new Logs()) {
      Stores stores = Stores.at(folder, false);
      assertSame(NoLedger.INSTANCE, stores.meta());
      stores.close();
      assertEquals(1, logs.at(Level.INFO).size());
      String said = logs.at(Level.INFO).get(0).getMessage();
      assertTrue(said.endsWith("add org.xerial:sqlite-jdbc"), said);
    }
  }

  @Test
  void theBlobsAreClosedThoughTheLedgerFails() {
    FaultyStore store = new FaultyStore();
    Stores stores = new Stores(store, new FaultyLedger(), null);
    assertThrows(IllegalStateException.class, stores::close);
    assertEquals(List.of("CLOSE "), store.calls);
    store.failing.add(FaultyStore.Call.CLOSE);
    assertThrows(StoreException.class, new Stores(store, NoLedger.INSTANCE, null)::close);
  }

  @Test
  void theRoomOfAFolderIsThatOfItsFilesWithoutTheLedgers() throws Exception {
    Stores stores = new Stores(null, NoLedger.INSTANCE, folder);
    Files.write(folder.resolve("a.pack"), new byte[60]);
    Files.write(folder.resolve("b.pack"), new byte[40]);
    Files.write(folder.resolve("ledger.sqlite-wal"), new byte[1000]);
    assertTrue(stores.mayTakeMoreThan(99));
    assertFalse(stores.mayTakeMoreThan(100));
    assertTrue(
        new Stores(null, NoLedger.INSTANCE, folder.resolve("gone")).mayTakeMoreThan(1),
        "which the store is to say");
    assertTrue(Stores.NONE.mayTakeMoreThan(1));
  }
}
