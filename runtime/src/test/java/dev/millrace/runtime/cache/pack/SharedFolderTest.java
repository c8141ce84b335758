package dev.millrace.runtime.cache.pack;

import static dev.millrace.runtime.cache.pack.Sample.assertMissing;
import static dev.millrace.runtime.cache.pack.Sample.blob;
import static dev.millrace.runtime.cache.pack.Sample.bytes;
import static dev.millrace.runtime.cache.pack.Sample.files;
import static dev.millrace.runtime.cache.pack.Sample.key;
import static dev.millrace.runtime.cache.pack.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.spi.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedFolderTest {
  @TempDir Path folder;

  private SharedFolder open() {
    return new SharedFolder(folder, Duration.ZERO);
  }

  @Test
  void writesAnObjectPerBatchAndNothingElse() throws Exception {
    try (SharedFolder one = open();
        SharedFolder other = open()) {
      one.put(List.of(blob(1, "one"), blob(2, "two")));
      one.put(List.of(new Blob(key(3), bytes(3, 600_000))));
      one.put(List.of());
      assertEquals("one", text(other, 1));
      assertEquals("two", text(other, 2));
      assertEquals(bytes(3, 600_000), Sample.get(other, 3));
      assertTrue(Sample.get(other, 3).isReadOnly());
      assertEquals(2, files(folder, "").size());
      assertEquals(2, files(folder, ".objects").size());
    }
  }

  @Test
  void whatIsRemovedIsGoneForAll() throws Exception {
    try (SharedFolder one = open();
        SharedFolder other = open()) {
      one.put(List.of(blob(1, "one"), blob(2, "two")));
      one.put(List.of(blob(3, "three")));
      assertEquals("three", text(other, 3));
      one.remove(List.of(key(1), key(3)));
      assertMissing(other, 9);
      assertMissing(other, 1, 3);
      assertEquals("two", text(other, 2));
      other.put(List.of(blob(1, "new")));
      assertEquals("new", text(one, 1));
    }
    try (SharedFolder later = open()) {
      assertEquals("new", text(later, 1));
      assertMissing(later, 3);
    }
  }

  @Test
  void reclaimingPutsSmallObjectsTogether() throws Exception {
    try (SharedFolder store = open();
        SharedFolder other = open()) {
      for (int i = 0; i < 50; i++) {
        store.put(List.of(blob(i, "text " + i)));
      }
      assertEquals("text 7", text(other, 7));
      store.remove(List.of(key(3)));
      assertTrue(store.reclaim() > 0);
      assertEquals(1, files(folder, ".objects").size());
      for (SharedFolder each : List.of(store, other, open())) {
        for (int i = 0; i < 50; i++) {
          assertEquals(i == 3 ? null : "text " + i, text(each, i));
        }
      }
      assertEquals(0, store.reclaim());
    }
  }

  @Test
  void anObjectThatIsCutOrDamagedLosesOnlyWhatIsHit() throws Exception {
    try (SharedFolder store = open()) {
      store.put(List.of(blob(1, "one"), blob(2, "two")));
    }
    Path object = Sample.only(folder, ".objects");
    byte[] whole = Files.readAllBytes(object);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(object, Arrays.copyOf(whole, length));
      try (Logs logs = new Logs();
          SharedFolder store = open()) {
        assertEquals(length >= 64 + 64 + 3, "one".equals(text(store, 1)));
        assertEquals(length >= 64 + 128 + 64 + 3, "two".equals(text(store, 2)));
        assertEquals(List.of(), logs.at(Level.SEVERE));
      }
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (Logs logs = new Logs()) {
      SharedFolder store = new SharedFolder(file, Duration.ZERO);
      assertMissing(store, 1);
      assertEquals(1, logs.at(Level.WARNING).size());
      assertTrue(
          assertThrows(StoreException.class, () -> store.put(List.of(blob(1, "one"))))
              .getMessage()
              .startsWith("results could not be stored in " + file));
    }
  }
}
