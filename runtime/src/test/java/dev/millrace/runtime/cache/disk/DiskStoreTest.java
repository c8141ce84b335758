package dev.millrace.runtime.cache.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.Eviction;
import dev.millrace.runtime.cache.folder.Folders;
import dev.millrace.runtime.cache.folder.Texts;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DiskStoreTest {
  private static final int LARGE = 10_000;

  @TempDir Path folder;
  private DiskStore store;

  @BeforeEach
  void open() {
    store = new DiskStore(folder);
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  private static Signature key(long number) {
    return new Signature(number * 0x9E3779B97F4A7C15L, number);
  }

  private static Map<String, String> value(String letter) {
    return Map.of("text", letter.repeat(LARGE));
  }

  private ByteBuffer putFolder(long key, String letter) throws IOException {
    ByteBuffer blob = store.folders().put(value(letter), Texts.CODEC);
    store.put(List.of(new Blob(key(key), blob)));
    return blob;
  }

  private void put(long key, int length) throws IOException {
    store.put(List.of(new Blob(key(key), ByteBuffer.allocate(length))));
  }

  private Map<Signature, Long> rooms() throws IOException {
    Map<Signature, Long> rooms = new HashMap<>();
    store.forEach(stored -> assertNull(rooms.put(stored.key(), stored.bytes())));
    return rooms;
  }

  private long foldersThere() throws IOException {
    Path folders = folder.resolve("folders");
    if (Files.notExists(folders)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folders)) {
      return all.filter(Files::isDirectory).count();
    }
  }

  private long size() throws IOException {
    long size = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private Map<String, String> opened(long key) throws IOException {
    ByteBuffer blob = store.get(List.of(key(key))).get(0);
    return blob == null ? null : store.folders().open(blob, Texts.CODEC);
  }

  @Test
  void aFolderIsAsLargeAsItsFiles() throws Exception {
    put(1, 100);
    putFolder(2, "a");
    Map<Signature, Long> rooms = rooms();
    assertEquals(192, rooms.get(key(1)));
    long room = rooms.get(key(2));
    assertTrue(room > LARGE && room < LARGE + 1000, () -> room + " bytes");
    assertEquals(key(2), store.inFolders().get(0).key());
    assertEquals(1, store.inFolders().size());
  }

  @Test
  void ofOneFolderEachOfTwoHasItsPart() throws Exception {
    putFolder(1, "a");
    putFolder(2, "a");
    assertEquals(1, foldersThere());
    assertEquals(rooms().get(key(1)), rooms().get(key(2)));
    long room = rooms().get(key(1));
    assertTrue(room > LARGE / 2 && room < LARGE / 2 + 1000, () -> room + " bytes");
  }

  @Test
  void aFolderThatIsGoneTakesNoRoom() throws Exception {
    String digest = Folders.digest(putFolder(1, "a"));
    Files.delete(folder.resolve("folders").resolve(digest).resolve("text"));
    Files.delete(folder.resolve("folders").resolve(digest));
    assertTrue(rooms().get(key(1)) < 1000);
    assertNull(opened(1));
  }

  @Test
  void whatIsRemovedGoesWithItsFolderAtOnce() throws Exception {
    putFolder(1, "a");
    putFolder(2, "b");
    store.remove(List.of(key(1)));
    assertTrue(store.reclaim() >= LARGE);
    assertEquals(1, foldersThere());
    assertEquals(value("b"), opened(2));
    assertEquals(value("b"), opened(2));
  }

  @Test
  void aFolderStaysForAsLongAsAnyStandsForIt() throws Exception {
    putFolder(1, "a");
    putFolder(2, "a");
    store.remove(List.of(key(1)));
    store.reclaim();
    assertEquals(value("a"), opened(2));
  }

  @Test
  void whatIsPutAgainAfterItWasRemovedStays() throws Exception {
    putFolder(1, "a");
    store.remove(List.of(key(1)));
    putFolder(1, "a");
    store.reclaim();
    assertEquals(value("a"), opened(1));
  }

  /** Its result may be about to be stored, by another process. */
  @Test
  void aNewFolderThatNothingStoodForStays() throws Exception {
    store.folders().put(value("a"), Texts.CODEC);
    put(1, 10);
    store.reclaim();
    assertEquals(1, foldersThere());
  }

  @Test
  void aFolderInUseStaysUntilNobodyCanReachIt() throws Exception {
    putFolder(1, "a");
    Map<String, String> used = opened(1);
    assertNotNull(used);
    store.remove(List.of(key(1)));
    store.reclaim();
    assertEquals(1, foldersThere());
    Reference.reachabilityFence(used);
    used = null;
    while (foldersThere() > 0) {
      System.gc();
      store.reclaim();
    }
    assertTrue(size() < LARGE);
  }

  @Test
  void aLimitIsKeptToWithFolders() throws Exception {
    MemoryLedger ledger = new MemoryLedger();
    Instant now = Instant.now();
    for (int i = 0; i < 10; i++) {
      putFolder(i, Character.toString('a' + i));
      put(100 + i, 100);
      for (int key : List.of(i, 100 + i)) {
        Instant used = now.minusSeconds(1000 - i);
        ledger.stored(List.of(new Entry(key(key), "n", used, 1000, 1, used, List.of())));
      }
    }
    Eviction.Done done = new Eviction(store, ledger).run(50_000, now);
    assertEquals(7, done.blobs());
    assertTrue(size() <= 50_000, () -> "too much");
    for (int i = 0; i < 10; i++) {
      assertTrue(store.contains(key(100 + i)), "the small ones are no loss of room");
      assertEquals(i < 7 ? null : value(Character.toString('a' + i)), opened(i));
    }
  }

  @Test
  void aBlobThatLooksLikeAFolderTakesNoMoreRoom() throws Exception {
    putFolder(1, "a");
    ByteBuffer fake = ByteBuffer.allocate(200);
    fake.put(store.get(List.of(key(1))).get(0).slice(0, 36)).rewind();
    store.put(List.of(new Blob(key(2), fake)));
    assertEquals(320, rooms().get(key(2)));
    assertEquals(fake, store.get(List.of(key(2))).get(0));
  }

  @Test
  void withoutFoldersNoneAreMade() throws Exception {
    put(1, 10);
    store.remove(List.of(key(1)));
    store.reclaim();
    assertEquals(List.of(), store.inFolders());
    assertFalse(Files.exists(folder.resolve("folders")));
  }
}
