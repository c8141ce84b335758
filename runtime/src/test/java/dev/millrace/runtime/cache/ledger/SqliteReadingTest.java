package dev.millrace.runtime.cache.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that is only asked. */
final class SqliteReadingTest {
  @TempDir Path folder;

  /** A path that a URI would read otherwise. */
  private Path file;

  @BeforeEach
  void makesAFolder() throws Exception {
    file = Files.createDirectory(folder.resolve("a b?mode=rw#1%20é")).resolve("ledger.db");
  }

  private static Entry entry(long key) {
    Instant when = Instant.ofEpochMilli(1_700_000_000_123L);
    return new Entry(new Signature(0, key), "node", when, 5, 6, when, List.of());
  }

  private void write(long key) {
    try (Ledger ledger = Ledger.sqlite(file)) {
      ledger.stored(List.of(entry(key)));
    }
  }

  private static StoreException refused(Ledger ledger) {
    return assertThrows(StoreException.class, () -> ledger.find(new Signature(0, 1)));
  }

  @Test
  void readsWhatAnotherHasWritten() throws Exception {
    write(1);
    try (Ledger ledger = Ledger.sqliteOnlyRead(file)) {
      assertEquals(Optional.of(entry(1)), ledger.find(new Signature(0, 1)));
      assertEquals(List.of(entry(1)), ledger.latest("node", 10));
    }
  }

  @Test
  void readsWhatAnotherIsWriting() throws Exception {
    try (Ledger writer = Ledger.sqlite(file);
        Ledger reader = Ledger.sqliteOnlyRead(file)) {
      for (long key = 1; key <= 20; key++) {
        writer.stored(List.of(entry(key)));
        assertEquals(Optional.of(entry(key)), writer.find(new Signature(0, key)), "written now");
        assertEquals(Optional.of(entry(key)), reader.find(new Signature(0, key)));
      }
      assertEquals(0, writer.dropped());
    }
  }

  @Test
  void makesNoFile() throws Exception {
    try (Ledger ledger = Ledger.sqliteOnlyRead(file)) {
      assertTrue(refused(ledger).getMessage().contains("there is no such file"));
    }
    try (var left = Files.list(file.getParent())) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void makesNoTable() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE other (x)");
    }
    byte[] before = Files.readAllBytes(file);
    try (Ledger ledger = Ledger.sqliteOnlyRead(file)) {
      assertTrue(refused(ledger).getMessage().contains("no such table"));
    }
    assertEquals(-1, Files.mismatch(file, Files.write(folder.resolve("before"), before)));
  }

  @Test
  void changesNothing() throws Exception {
    write(1);
    byte[] before = Files.readAllBytes(file);
    try (Ledger ledger = Ledger.sqliteOnlyRead(file)) {
      assertThrows(StoreException.class, () -> ledger.remove(List.of(new Signature(0, 1))));
      assertEquals(Optional.of(entry(1)), ledger.find(new Signature(0, 1)));
    }
    assertEquals(-1, Files.mismatch(file, Files.write(folder.resolve("before"), before)));
  }

  @Test
  void setsNothingAsideThatIsDamaged() throws Exception {
    Files.writeString(file, "this is no database".repeat(1000));
    try (Ledger ledger = Ledger.sqliteOnlyRead(file)) {
      assertTrue(refused(ledger).getMessage().contains("not a database"));
    }
    assertFalse(Files.exists(file.resolveSibling("ledger.db.damaged")));
    assertTrue(Files.readString(file).startsWith("this is no database"));
  }

  /** On another's disk, or a medium that cannot be written. */
  @Test
  void readsInAFolderThatCannotBeWritten() throws Exception {
    write(1);
    assertTrue(file.getParent().toFile().setWritable(false));
    try (Ledger ledger = Ledger.sqliteOnlyRead(file)) {
      assumeFalse(Files.isWritable(file.getParent()), "whoever may do all may write here too");
      List<Entry> all = new ArrayList<>();
      ledger.forEach(all::add);
      assertEquals(List.of(entry(1)), all);
    } finally {
      assertTrue(file.getParent().toFile().setWritable(true));
    }
  }
}
