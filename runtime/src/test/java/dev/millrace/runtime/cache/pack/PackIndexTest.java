package dev.millrace.runtime.cache.pack;

import static dev.millrace.runtime.cache.pack.Sample.bytes;
import static dev.millrace.runtime.cache.pack.Sample.get;
import static dev.millrace.runtime.cache.pack.Sample.key;
import static dev.millrace.runtime.cache.pack.Sample.only;
import static dev.millrace.runtime.cache.pack.Sample.store;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.spi.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index is worth having, and nothing depends on it. */
final class PackIndexTest {
  private static final int KEYS = 2000;

  @TempDir Path folder;

  private Path index() throws IOException {
    try (PackStore store = store(folder)) {
      put(store, 0, KEYS);
      store.remove(List.of(key(0)));
    }
    return only(folder, ".index");
  }

  private static void put(PackStore store, int from, int to) throws IOException {
    List<Blob> batch = new ArrayList<>();
    for (int i = from; i < to; i++) {
      batch.add(new Blob(key(i), bytes(i, 20)));
    }
    store.put(batch);
  }

  private static void assertAll(PackStore store, int to) throws IOException {
    assertNull(get(store, 0), "it was removed");
    for (int i = 1; i < to; i++) {
      assertEquals(bytes(i, 20), get(store, i), "the bytes of " + i);
    }
  }

  @Test
  void itSpeaksOfTheWholePackWhenItsWriterCloses() throws Exception {
    Path index = index();
    Path pack = only(folder, ".pack");
    PackIndex read = PackIndex.read(index, PackFiles.of(pack, ".pack").id());
    assertNotNull(read);
    assertEquals(Files.size(pack), read.covered());
    assertEquals(KEYS, read.places().size());
    assertEquals(1, read.tombstones().size());
    try (PackStore store = store(folder)) {
      assertAll(store, KEYS);
    }
  }

  /** What an index covers is not read: bytes that are no head any more say so. */
  @Test
  void whatItSpeaksOfIsNotReadAtOpening() throws Exception {
    index();
    Path pack = only(folder, ".pack");
    byte[] bytes = Files.readAllBytes(pack);
    Arrays.fill(bytes, 0, bytes.length, (byte) 0);
    Files.write(pack, bytes);
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertTrue(store.contains(key(1)), "the index says so");
      assertEquals(List.of(), logs.at(Level.WARNING));
      assertNull(get(store, 1));
      assertEquals(1, logs.at(Level.WARNING).size());
    }
  }

  @Test
  void whatItLeavesOutIsReadFromThePack() throws Exception {
    Path index = index();
    byte[] before = Files.readAllBytes(index);
    try (PackStore store = store(folder)) {
      put(store, KEYS, KEYS + 10);
    }
    assertTrue(Arrays.equals(before, Files.readAllBytes(index)), "ten are not worth another");
    try (PackStore store = store(folder)) {
      assertAll(store, KEYS + 10);
      put(store, KEYS + 10, 3 * KEYS);
    }
    assertFalse(Arrays.equals(before, Files.readAllBytes(index)));
    try (PackStore store = store(folder)) {
      assertAll(store, 3 * KEYS);
    }
  }

  @Test
  void withoutItThePackIsRead() throws Exception {
    Files.delete(index());
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertAll(store, KEYS);
      assertEquals(List.of(), logs.at(Level.WARNING));
    }
  }

  @Test
  void oneThatIsGarbledOrCutIsLeftWithAWarningAndWrittenAnew() throws Exception {
    Path index = index();
    byte[] whole = Files.readAllBytes(index);
    Random random = new Random(3);
    for (int round = 0; round < 60; round++) {
      byte[] damaged = whole.clone();
      if (round % 3 == 0) {
        damaged = Arrays.copyOf(whole, round == 0 ? 0 : random.nextInt(whole.length));
      } else {
        int at = round % 3 == 1 ? random.nextInt(Head.BYTES) : random.nextInt(whole.length);
        damaged[at] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(index, damaged);
      try (Logs logs = new Logs();
          PackStore store = store(folder)) {
        assertAll(store, KEYS);
        assertEquals(1, logs.at(Level.WARNING).size(), "round " + round);
        // Whoever writes next has its index written.
        store.put(List.of(new Blob(key(1), bytes(1, 20))));
      }
      try (Logs logs = new Logs();
          PackStore store = store(folder)) {
        assertAll(store, KEYS);
        assertEquals(List.of(), logs.at(Level.WARNING));
      }
    }
  }

  @Test
  void oneOfALongerPackIsNotBelieved() throws Exception {
    index();
    Path pack = only(folder, ".pack");
    byte[] whole = Files.readAllBytes(pack);
    Files.write(pack, Arrays.copyOf(whole, whole.length / 2));
    try (PackStore store = store(folder)) {
      int there = 0;
      for (int i = 1; i < KEYS; i++) {
        there += store.contains(key(i)) ? 1 : 0;
        Sample.isThere(store, i, bytes(i, 20));
      }
      assertEquals(KEYS / 2 - 1, there, 2.0);
    }
  }

  @Test
  void oneOfAnotherPackIsNotBelieved() throws Exception {
    Path index = index();
    byte[] other = Files.readAllBytes(index);
    for (Path file : Sample.files(folder, "")) {
      Files.delete(file);
    }
    Path mine = index();
    Files.write(mine, other);
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertAll(store, KEYS);
      assertEquals(1, logs.at(Level.WARNING).size());
    }
  }
}
