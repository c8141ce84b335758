package dev.millrace.runtime.cache.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.MetaStoreContract;
import dev.millrace.runtime.spi.Logs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLedgerTest extends MetaStoreContract {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("new").resolve("ledger.sqlite");
  }

  @Override
  protected MetaStore open() {
    return Ledger.sqlite(file());
  }

  @Test
  void itIsThereWhenItIsOpenedAgain() throws Exception {
    try (Ledger ledger = Ledger.sqlite(file())) {
      assertFalse(Files.exists(file()), "nobody asked yet");
      ledger.stored(List.of(entry(1, "a", 0)));
    }
    try (Ledger ledger = Ledger.sqlite(file())) {
      assertEquals(Optional.of(entry(1, "a", 0)), ledger.find(key(1)));
    }
  }

  @Test
  void twoAtOnceSeeEachOther() throws Exception {
    try (Ledger one = Ledger.sqlite(file());
        Ledger other = Ledger.sqlite(file())) {
      for (int i = 0; i < 20; i++) {
        one.stored(List.of(entry(2 * i, "a", 0)));
        other.stored(List.of(entry(2 * i + 1, "a", 0)));
      }
      assertEquals(Optional.of(entry(6, "a", 0)), one.find(key(6)));
      assertEquals(Optional.of(entry(6, "a", 0)), other.find(key(6)));
      assertEquals(Optional.of(entry(7, "a", 0)), one.find(key(7)));
      assertEquals(0, one.dropped() + other.dropped());
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsSetAside() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "this is no database".repeat(1000));
    try (Logs logs = new Logs();
        Ledger ledger = Ledger.sqlite(file())) {
      ledger.stored(List.of(entry(1, "a", 0)));
      assertEquals(Optional.of(entry(1, "a", 0)), ledger.find(key(1)));
      assertEquals(0, ledger.dropped());
      List<String> said = logs.at(Level.WARNING).stream().map(each -> each.getMessage()).toList();
      assertEquals(1, said.size(), said::toString);
      assertTrue(
          said.get(0).startsWith("the cache's ledger " + file() + " is damaged"), said::toString);
    }
    assertTrue(Files.exists(file().resolveSibling("ledger.sqlite.damaged")));
  }

  @Test
  void oneThatCannotBeOpenedIsSaidOnceAndHoldsNobodyUp() throws Exception {
    Path inTheWay = Files.createFile(folder.resolve("file"));
    try (Logs logs = new Logs();
        Ledger ledger = Ledger.sqlite(inTheWay.resolve("ledger.sqlite"))) {
      for (int i = 0; i < 10; i++) {
        ledger.stored(List.of(entry(i, "a", 0)));
        StoreException said = assertThrows(StoreException.class, () -> ledger.find(key(1)));
        assertTrue(said.getMessage().contains("cannot be opened"), said.getMessage());
      }
      assertEquals(10, ledger.dropped());
      assertEquals(1, logs.at(Level.WARNING).size());
    }
  }

  @Test
  void aRowOfAnotherProgramIsSaid() throws Exception {
    try (Ledger ledger = Ledger.sqlite(file())) {
      ledger.stored(List.of(entry(1, "a", 0)));
      ledger.find(key(1));
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
          var statement = connection.createStatement()) {
        statement.execute("UPDATE millrace_ledger_1 SET parts = 'mine'");
      }
      assertTrue(
          assertThrows(StoreException.class, () -> ledger.find(key(1)))
              .getMessage()
              .contains("was written by another program"));
      Entry fresh = entry(1, "b", 0);
      ledger.stored(List.of(fresh));
      assertEquals(Optional.of(fresh), ledger.find(key(1)));
    }
  }
}
