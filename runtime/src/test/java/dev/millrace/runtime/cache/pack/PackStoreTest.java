package dev.millrace.runtime.cache.pack;

import static dev.millrace.runtime.cache.pack.Sample.assertMissing;
import static dev.millrace.runtime.cache.pack.Sample.blob;
import static dev.millrace.runtime.cache.pack.Sample.bytes;
import static dev.millrace.runtime.cache.pack.Sample.files;
import static dev.millrace.runtime.cache.pack.Sample.get;
import static dev.millrace.runtime.cache.pack.Sample.key;
import static dev.millrace.runtime.cache.pack.Sample.only;
import static dev.millrace.runtime.cache.pack.Sample.store;
import static dev.millrace.runtime.cache.pack.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.BlobStore.Stored;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.spi.Logs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackStoreTest {
  @TempDir Path folder;

  @Test
  void givesWhatWasPutInTheOrderOfTheKeys() throws Exception {
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, "one"), blob(2, ""), blob(3, "three")));
      List<ByteBuffer> found = store.get(List.of(key(3), key(4), key(2), key(1), key(3)));
      assertEquals(
          Arrays.asList(
              blob(3, "three").bytes(),
              null,
              ByteBuffer.allocate(0),
              blob(1, "one").bytes(),
              blob(3, "three").bytes()),
          found);
    }
  }

  @Test
  void openingAndAskingWritesNothing() throws Exception {
    Path none = folder.resolve("none");
    try (PackStore store = store(none)) {
      assertMissing(store, 1);
      assertFalse(store.contains(key(1)));
      store.forEach(stored -> assertEquals("nothing", stored));
      store.remove(List.of(key(1)));
      assertEquals(0, store.reclaim());
    }
    assertFalse(Files.exists(none));
  }

  @Test
  void viewsAreReadOnlyLittleEndianAndAligned() throws Exception {
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, "x"), new Blob(key(2), bytes(2, 1 << 19))));
    }
    try (PackStore store = store(folder)) {
      for (int i = 1; i <= 2; i++) {
        ByteBuffer view = get(store, i);
        assertTrue(view.isReadOnly());
        assertTrue(view.isDirect());
        assertEquals(ByteOrder.LITTLE_ENDIAN, view.order());
        assertEquals(0, view.alignmentOffset(0, 64));
      }
    }
  }

  @Test
  void viewsOutliveRemovalReclaimingAndTheStore() throws Exception {
    PackStore store = store(folder);
    store.put(List.of(new Blob(key(1), bytes(1, 1 << 19)), blob(2, "two")));
    ByteBuffer view = get(store, 1);
    store.remove(List.of(key(1)));
    assertTrue(store.reclaim() > 1 << 19);
    store.close();
    assertEquals(bytes(1, 1 << 19), view);
  }

  @Test
  void movesNoBufferThatItIsGiven() throws Exception {
    try (PackStore store = store(folder)) {
      ByteBuffer given = ByteBuffer.wrap(new byte[] {0, 1, 2, 3, 4}).position(1).limit(4);
      store.put(List.of(new Blob(key(1), given)));
      assertEquals(1, given.position());
      assertEquals(4, given.limit());
      assertEquals(ByteBuffer.wrap(new byte[] {1, 2, 3}), get(store, 1));
    }
  }

  @Test
  void inOnePackTheLastPutOfAKeyCounts() throws Exception {
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, "first")));
      store.put(List.of(blob(1, "second"), blob(1, "third")));
      assertEquals("third", text(store, 1));
    }
    try (PackStore store = store(folder)) {
      assertEquals("third", text(store, 1));
      store.put(List.of(blob(1, "fourth")));
      assertEquals("fourth", text(store, 1));
    }
  }

  @Test
  void whatIsRemovedIsGoneUntilItIsPutAgain() throws Exception {
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, "one"), blob(2, "two")));
      store.put(List.of(blob(1, "one again")));
      store.remove(List.of(key(1), key(7)));
      assertMissing(store, 1);
      assertFalse(store.contains(key(1)));
    }
    try (PackStore store = store(folder)) {
      assertMissing(store, 1);
      assertEquals("two", text(store, 2));
      store.put(List.of(blob(1, "new")));
      assertEquals("new", text(store, 1));
    }
    try (PackStore store = store(folder)) {
      assertEquals("new", text(store, 1));
    }
  }

  @Test
  void tellsOfEachKeyOnceWithTheRoomItTakes() throws Exception {
    try (PackStore store = store(folder);
        PackStore other = store(folder)) {
      store.put(List.of(blob(1, "one"), blob(2, ""), blob(3, "x".repeat(65))));
      other.put(List.of(blob(1, "one"), blob(4, "x".repeat(64))));
      store.remove(List.of(key(2)));
      Set<Signature> keys = new HashSet<>();
      List<Stored> told = new ArrayList<>();
      store.forEach(
          stored -> {
            keys.add(stored.key());
            told.add(stored);
          });
      assertEquals(Set.of(key(1), key(3), key(4)), keys);
      assertEquals(3, told.size());
      assertEquals(128 + 192 + 128, told.stream().mapToLong(Stored::bytes).sum());
    }
  }

  @Test
  void storesOfOneFolderSeeWhatTheOthersPut() throws Exception {
    try (PackStore one = store(folder);
        PackStore other = store(folder)) {
      one.put(List.of(blob(1, "one")));
      assertEquals("one", text(other, 1));
      other.put(List.of(blob(2, "two")));
      assertEquals("two", text(one, 2));
      one.put(List.of(blob(3, "three")));
      assertEquals("three", text(other, 3));
      other.remove(List.of(key(1)));
      one.get(List.of(key(99)));
      assertMissing(one, 1);
      assertEquals(2, files(folder, ".pack").size());
    }
  }

  @Test
  void whoComesLaterGoesOnInAPackThatIsLeft() throws Exception {
    for (int run = 0; run < 20; run++) {
      try (PackStore store = store(folder)) {
        store.put(List.of(blob(run, "run " + run)));
      }
    }
    only(folder, ".pack");
    try (PackStore store = store(folder)) {
      for (int run = 0; run < 20; run++) {
        assertEquals("run " + run, text(store, run));
      }
    }
  }

  @Test
  void aFullPackIsFollowedByAnother() throws Exception {
    try (PackStore store = store(folder)) {
      for (int i = 0; i < 40; i++) {
        store.put(List.of(new Blob(key(i), bytes(i, 100_000)), blob(100 + i, "small")));
      }
      for (Path pack : files(folder, ".pack")) {
        assertTrue(Files.size(pack) <= Sample.LIMIT, pack + " is within the limit");
      }
      assertEquals(4, files(folder, ".pack").size());
    }
    try (PackStore store = store(folder)) {
      for (int i = 0; i < 40; i++) {
        assertEquals(bytes(i, 100_000), get(store, i));
        assertEquals("small", text(store, 100 + i));
      }
    }
  }

  @Test
  void aBlobThatNoPackHasRoomForGetsOneOfItsOwn() throws Exception {
    int large = (int) Sample.LIMIT * 3;
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, "one"), new Blob(key(2), bytes(2, large)), blob(3, "three")));
      assertEquals(bytes(2, large), get(store, 2));
      assertEquals("one", text(store, 1));
      assertEquals("three", text(store, 3));
      assertEquals(2, files(folder, ".pack").size(), "the first had room for the third");
    }
  }

  @Test
  void aBlobThatNoPackCouldHoldIsRefused() throws Exception {
    Path sparse = folder.resolve("sparse");
    try (FileChannel channel =
            FileChannel.open(
                sparse,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.READ);
        PackStore store = store(folder)) {
      channel.write(ByteBuffer.allocate(1), Head.LONGEST);
      ByteBuffer large = channel.map(FileChannel.MapMode.READ_ONLY, 0, Head.LONGEST + 1);
      assertEquals(
          "the result of "
              + key(1)
              + " has 2147483392 bytes, and a pack takes at most 2147483391; have the node return"
              + " less at once, or do not cache it",
          assertThrows(StoreException.class, () -> store.put(List.of(new Blob(key(1), large))))
              .getMessage());
    }
  }

  @Test
  void anInterruptNeitherHarmsTheStoreNorIsLost() throws Exception {
    try (PackStore store = store(folder)) {
      for (int i = 0; i < 10; i++) {
        Thread.currentThread().interrupt();
        store.put(List.of(blob(i, "text " + i)));
        assertEquals("text " + i, text(store, i));
        store.remove(List.of(key(i - 1)));
        assertTrue(Thread.interrupted());
      }
      Thread.currentThread().interrupt();
      store.reclaim();
      assertTrue(Thread.interrupted());
      assertEquals("text 9", text(store, 9));
    }
  }

  @Test
  void aClosedStoreSaysSo() throws Exception {
    PackStore store = store(folder);
    store.close();
    assertEquals(
        "the cache's folder " + folder + " was closed; open it again",
        assertThrows(StoreException.class, () -> store.get(List.of(key(1)))).getMessage());
    assertThrows(StoreException.class, () -> store.put(List.of(blob(1, ""))));
    store.close();
  }

  @Test
  void foreignFilesAreLeftAloneWithOneWarningEach() throws Exception {
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, "one")));
    }
    Path noName = Files.writeString(folder.resolve("mine.pack"), "not a pack");
    Path noPack = Files.writeString(folder.resolve("0123456789abcdef.pack"), "x".repeat(1000));
    Path empty = Files.createFile(folder.resolve("fedcba9876543210.pack"));
    Path inside = Files.createDirectory(folder.resolve("00000000000000ff.pack"));
    Files.writeString(folder.resolve("readme.txt"), "hello");
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertMissing(store, 2, 3);
      assertEquals("one", text(store, 1));
      store.put(List.of(blob(4, "four")));
      store.reclaim();
      List<String> said = logs.at(Level.WARNING).stream().map(each -> each.getMessage()).toList();
      assertEquals(4, said.size(), said::toString);
      for (Path file : List.of(noName, noPack, empty, inside)) {
        assertTrue(
            said.stream().anyMatch(line -> line.startsWith(file + " is no pack that can be used")),
            said::toString);
      }
    }
    assertEquals("not a pack", Files.readString(noName));
    assertEquals(1000, Files.size(noPack));
    assertEquals(0, Files.size(empty));
  }

  @Test
  void aPackOfAnotherVersionIsLeftAlone() throws Exception {
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, "one")));
    }
    Path pack = only(folder, ".pack");
    PackFiles files = PackFiles.of(pack, ".pack");
    byte[] bytes = Files.readAllBytes(pack);
    Head newer = new Head(Kind.PACK, new Signature(0, 2), 0, 0, 0);
    newer.bytes(files.id(), 0).get(bytes, 0, Head.BYTES);
    Files.write(pack, bytes);
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertMissing(store, 1);
      assertTrue(
          logs.at(Level.WARNING).get(0).getMessage().contains("another version of Millrace"));
      store.put(List.of(blob(1, "mine")));
      assertEquals("mine", text(store, 1));
    }
    assertEquals(2, files(folder, ".pack").size());
  }

  @Test
  void aFolderThatIsRemovedCostsNoMoreThanWhatWasInIt() throws Exception {
    try (PackStore store = store(folder);
        Logs logs = new Logs()) {
      store.put(List.of(new Blob(key(1), bytes(1, 1 << 19)), blob(2, "two")));
      ByteBuffer view = get(store, 1);
      removeAll();
      Sample.isThere(store, 1, bytes(1, 1 << 19));
      assertMissing(store, 3);
      store.put(List.of(blob(4, "four")));
      store.put(List.of(blob(5, "five")));
      assertEquals("five", text(store, 5));
      assertEquals(bytes(1, 1 << 19), view);
      assertEquals(
          List.of("the cache's folder " + folder + " was removed, with what was in it"),
          logs.at(Level.WARNING).stream().map(each -> each.getMessage()).toList());
    }
    try (PackStore store = store(folder)) {
      assertEquals("five", text(store, 5));
    }
  }

  private void removeAll() throws IOException {
    for (Path file : files(folder, "")) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  @Test
  void clocksDoNotMatter() throws Exception {
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, "one"), blob(2, "two")));
    }
    for (Path file : files(folder, "")) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }
    try (PackStore store = store(folder)) {
      store.remove(List.of(key(1)));
      store.put(List.of(blob(2, "new")));
    }
    for (Path file : files(folder, "")) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() * 2));
    }
    try (PackStore store = store(folder)) {
      assertMissing(store, 1);
      assertEquals("new", text(store, 2));
    }
  }
}
