package dev.millrace.runtime.cache.pack;

import static dev.millrace.runtime.cache.pack.Sample.blob;
import static dev.millrace.runtime.cache.pack.Sample.files;
import static dev.millrace.runtime.cache.pack.Sample.store;
import static dev.millrace.runtime.cache.pack.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.millrace.runtime.cache.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What processes leave that end at the wrong moment. */
final class LeftoversTest {
  private static final String ID = "0123456789abcdef";

  @TempDir Path folder;

  private List<Path> whole;

  @BeforeEach
  void aPackThatIsWhole() throws IOException {
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, "one")));
      store.reclaim();
    }
    whole = files(folder, "");
  }

  private Path old(String ending, int bytes) throws IOException {
    Path file = young(ending, bytes);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(2 * 3600)));
    return file;
  }

  private Path young(String ending, int bytes) throws IOException {
    return Files.write(folder.resolve(ID + ending), new byte[bytes]);
  }

  private long reclaimed() throws IOException {
    try (PackStore store = store(folder)) {
      long given = store.reclaim();
      assertEquals("one", text(store, 1));
      return given;
    }
  }

  /** The lock by which one reclaims is kept. */
  private void assertAllIsGone() throws IOException {
    Files.deleteIfExists(folder.resolve(PackFiles.RECLAIM));
    assertEquals(whole, files(folder, ""));
  }

  @Test
  void anIndexAndALockWithoutAPackGo() throws IOException {
    old(".index", 1000);
    old(".lock", 0);
    assertEquals(1000, reclaimed());
    assertAllIsGone();
  }

  @Test
  void anIndexGoesWhoseLockIsGone() throws IOException {
    old(".index", 1000);
    assertEquals(1000, reclaimed());
    assertAllIsGone();
  }

  @Test
  void anIndexThatWasNotRenamedGoesAndItsPackStays() throws IOException {
    Path pack = Sample.only(folder, ".pack");
    Path index = Path.of(pack.toString().replace(".pack", ".index.new"));
    Files.move(old(".index.new", 1000), index);
    assertEquals(1000, reclaimed());
    assertAllIsGone();
  }

  @Test
  void aPackThatWasNotBegunGoes() throws IOException {
    for (int bytes : new int[] {0, 1, Head.BYTES - 1, Head.BYTES}) {
      old(".pack", bytes);
      old(".lock", 0);
      assertEquals(bytes, reclaimed());
      assertAllIsGone();
    }
  }

  @Test
  void aPackWithoutALockIsNotOurs() throws IOException {
    Path pack = old(".pack", Head.BYTES);
    assertEquals(0, reclaimed());
    assertEquals(Head.BYTES, Files.size(pack));
  }

  @Test
  void whatHasMoreThanAHeadIsNotOurs() throws IOException {
    Path pack = old(".pack", Head.BYTES + 1);
    old(".lock", 0);
    assertEquals(0, reclaimed());
    assertEquals(Head.BYTES + 1, Files.size(pack));
  }

  @Test
  void whatIsYoungMayBeSomebodys() throws IOException {
    for (String ending : List.of(".index", ".lock", ".index.new", ".pack")) {
      Path file = young(ending, 10);
      assertEquals(0, reclaimed());
      assertEquals(10, Files.size(file));
    }
  }

  @Test
  void whatIsLockedIsSomebodys() throws IOException {
    Path pack = old(".pack", Head.BYTES);
    Path index = old(".index.new", 10);
    try (ProcessLock lock = ProcessLock.take(old(".lock", 0))) {
      assertNotNull(lock);
      assertEquals(0, reclaimed());
      assertEquals(Head.BYTES, Files.size(pack));
      assertEquals(10, Files.size(index));
    }
    assertEquals(Head.BYTES + 10, reclaimed());
    assertAllIsGone();
  }

  @Test
  void anObjectThatWasNotRenamedGoesAndPacksBesideItStay() throws IOException {
    old(".objects.new", 1000);
    Path lock = old(".lock", 0);
    try (SharedFolder store = new SharedFolder(folder, Duration.ZERO)) {
      assertEquals(1000, store.reclaim());
    }
    Files.delete(lock);
    assertAllIsGone();
  }
}
