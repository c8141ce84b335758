package dev.millrace.runtime.cache.pack;

import static dev.millrace.runtime.cache.pack.Sample.assertMissing;
import static dev.millrace.runtime.cache.pack.Sample.bytes;
import static dev.millrace.runtime.cache.pack.Sample.files;
import static dev.millrace.runtime.cache.pack.Sample.get;
import static dev.millrace.runtime.cache.pack.Sample.key;
import static dev.millrace.runtime.cache.pack.Sample.store;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.spi.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompactionTest {
  private static final int LENGTH = 10_000;

  @TempDir Path folder;

  private static void put(PackStore store, long from, long to) throws IOException {
    for (long key = from; key < to; key++) {
      store.put(List.of(new Blob(key(key), bytes(key, LENGTH))));
    }
  }

  private static void remove(PackStore store, long from, long to) throws IOException {
    store.remove(LongStream.range(from, to).mapToObj(Sample::key).toList());
  }

  private static void assertThere(PackStore store, long from, long to) throws IOException {
    for (long key = from; key < to; key++) {
      assertEquals(bytes(key, LENGTH), get(store, key), "the bytes of " + key);
    }
  }

  private long size() throws IOException {
    long size = 0;
    for (Path file : files(folder, "")) {
      size += Files.size(file);
    }
    return size;
  }

  @Test
  void whatIsLeftOfAPackIsWrittenAnewAndThePackUnlinked() throws Exception {
    try (PackStore store = store(folder)) {
      put(store, 0, 50);
      Path pack = Sample.only(folder, ".pack");
      remove(store, 10, 40);
      long before = size();
      long given = store.reclaim();
      assertTrue(Files.notExists(pack));
      assertEquals(before - size(), given, Head.BYTES, "but for the head of the new pack");
      assertThere(store, 0, 10);
      assertThere(store, 40, 50);
      assertMissing(store, LongStream.range(10, 40).toArray());
    }
    try (PackStore store = store(folder)) {
      assertThere(store, 0, 10);
      assertThere(store, 40, 50);
      assertMissing(store, LongStream.range(10, 40).toArray());
      assertEquals(0, store.reclaim(), "there is nothing to be gained");
    }
  }

  @Test
  void aPackThatIsEmptiedIsUnlinkedAtOnce() throws Exception {
    try (PackStore store = store(folder)) {
      put(store, 0, 250);
      long packs = files(folder, ".pack").size();
      assertEquals(3, packs);
      remove(store, 0, 150);
      assertEquals(2, files(folder, ".pack").size());
      assertThere(store, 150, 250);
    }
  }

  @Test
  void packsOfWhichLittleIsDeadStay() throws Exception {
    try (PackStore store = store(folder)) {
      put(store, 0, 50);
      remove(store, 0, 5);
      assertEquals(0, store.reclaim());
      assertThere(store, 5, 50);
    }
  }

  @Test
  void smallPacksArePutTogether() throws Exception {
    try (PackStore one = store(folder);
        PackStore other = store(folder);
        PackStore third = store(folder)) {
      put(one, 0, 3);
      put(other, 3, 6);
      put(third, 6, 9);
    }
    try (PackStore store = store(folder);
        PackStore reader = store(folder)) {
      assertThere(reader, 0, 9);
      store.reclaim();
      assertEquals(1, files(folder, ".pack").size());
      assertThere(store, 0, 9);
      assertThere(reader, 0, 9);
    }
  }

  @Test
  void duplicatesAreCopiedOnce() throws Exception {
    try (PackStore one = store(folder);
        PackStore other = store(folder)) {
      put(one, 0, 20);
      put(other, 0, 20);
    }
    try (PackStore store = store(folder)) {
      store.reclaim();
      assertThere(store, 0, 20);
      assertTrue(size() < 21 * Head.room(LENGTH), size() + " bytes");
    }
  }

  @Test
  void whatAnotherWritesIsLeftAlone() throws Exception {
    try (PackStore writer = store(folder);
        PackStore store = store(folder)) {
      put(writer, 0, 20);
      remove(writer, 0, 15);
      Path pack = Sample.only(folder, ".pack");
      store.reclaim();
      assertTrue(Files.exists(pack));
      put(writer, 20, 25);
      assertThere(store, 15, 25);
    }
  }

  @Test
  void aTombstoneIsKeptForAsLongAsThatWhichItNames() throws Exception {
    try (PackStore one = store(folder);
        PackStore other = store(folder)) {
      put(one, 0, 50);
      put(other, 50, 52);
      other.get(List.of(key(99)));
      other.remove(List.of(key(0)));
      remove(other, 50, 52);
      // The other's pack has nothing but the tombstone; what it names cannot be written anew.
      other.reclaim();
      assertThere(one, 1, 50);
    }
    try (PackStore store = store(folder)) {
      assertMissing(store, 0, 50, 51);
      assertThere(store, 1, 50);
    }
  }

  @Test
  void whatIsDamagedIsNotCopied() throws Exception {
    try (PackStore store = store(folder)) {
      put(store, 0, 50);
      remove(store, 0, 30);
    }
    Path pack = Sample.only(folder, ".pack");
    byte[] bytes = Files.readAllBytes(pack);
    bytes[(int) (Head.BYTES + 40 * Head.room(LENGTH) + 500)] ^= 1;
    Files.write(pack, bytes);
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertTrue(store.reclaim() > 0);
      assertThere(store, 30, 40);
      assertMissing(store, 40);
      assertThere(store, 41, 50);
      assertEquals(1, logs.at(Level.WARNING).size());
    }
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertThere(store, 41, 50);
      assertMissing(store, 40);
      assertEquals(List.of(), logs.at(Level.WARNING));
    }
  }
}
