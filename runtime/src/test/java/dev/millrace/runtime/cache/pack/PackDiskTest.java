package dev.millrace.runtime.cache.pack;

import static dev.millrace.runtime.cache.pack.Sample.bytes;
import static dev.millrace.runtime.cache.pack.Sample.key;
import static dev.millrace.runtime.cache.pack.Sample.store;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.spi.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, and one that may not be written: a file system in memory, where allowed. */
@Timeout(60)
final class PackDiskTest {
  @TempDir Path folder;

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  @BeforeEach
  void mount() throws Exception {
    boolean isMounted;
    try {
      isMounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString());
    } catch (IOException e) {
      isMounted = false;
    }
    assumeTrue(isMounted, "this user may mount no file system, so no disk can be filled");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", folder.toString());
  }

  @Test
  void aFullDiskIsSaidAndHarmsNothingThatIsThere() throws Exception {
    List<Long> there = new ArrayList<>();
    try (PackStore store = store(folder)) {
      long key = 0;
      StoreException full = null;
      while (full == null) {
        try {
          store.put(List.of(blob(key, 30_000), blob(key + 1, 100)));
          there.add(key);
          there.add(key + 1);
        } catch (StoreException e) {
          full = e;
        }
        key += 2;
      }
      assertTrue(
          full.getMessage().startsWith("results could not be stored in " + folder + ": "),
          full.getMessage());
      for (int again = 0; again < 20; again++) {
        assertThrows(StoreException.class, () -> store.put(List.of(blob(9999, 400_000))));
      }
      assertAll(store, there);
      Sample.assertMissing(store, 9999);

      // What is let go of makes room, though there is none for a note of it.
      List<Long> gone = sealed(there);
      assertTrue(gone.size() > 0);
      store.remove(gone.stream().map(Sample::key).toList());
      store.reclaim();
      there.removeAll(gone);
      putWhenThereIsRoom(store, blob(10_000, 30_000));
      there.add(10_000L);
      assertAll(store, there);
    }
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertAll(store, there);
      assertEquals(List.of(), logs.at(Level.SEVERE));
    }
  }

  /** An unlinked file takes its room until the collector has seen that nobody looks at it. */
  private static void putWhenThereIsRoom(PackStore store, Blob blob) {
    boolean isPut = false;
    while (!isPut) {
      try {
        store.put(List.of(blob));
        isPut = true;
      } catch (StoreException e) {
        System.gc();
      }
    }
  }

  /** Returns the keys that are in packs which nobody writes. */
  private List<Long> sealed(List<Long> keys) throws IOException {
    List<Long> in = new ArrayList<>();
    for (Pack pack : new Shelf(folder, PackFiles.PACK, true, Duration.ZERO).packs()) {
      for (long key : keys) {
        if (!pack.files().isWritten() && pack.find(key(key)) != 0) {
          in.add(key);
        }
      }
    }
    return in;
  }

  private static Blob blob(long key, int length) {
    return new Blob(key(key), bytes(key, length));
  }

  private static void assertAll(PackStore store, List<Long> keys) throws StoreException {
    for (long key : keys) {
      int length = key % 2 == 0 ? 30_000 : 100;
      assertTrue(Sample.isThere(store, key, bytes(key, length)), "the key " + key);
    }
  }

  @Test
  void aReadOnlyFolderIsReadAndSaysThatItCannotBeWritten() throws Exception {
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, 100), blob(2, 30_000)));
    }
    Path pack = Sample.only(folder, ".pack");
    byte[] whole = Files.readAllBytes(pack);
    // Torn, as a process that was killed leaves it.
    Files.write(pack, Arrays.copyOf(whole, whole.length - 100));
    assertTrue(run("mount", "-o", "remount,ro", folder.toString()));
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertTrue(Sample.isThere(store, 1, bytes(1, 100)));
      Sample.assertMissing(store, 2, 3);
      StoreException said =
          assertThrows(StoreException.class, () -> store.put(List.of(blob(3, 10))));
      assertTrue(said.getMessage().contains("Read-only file system"), said.getMessage());
      assertThrows(StoreException.class, () -> store.remove(List.of(key(1))));
      assertThrows(StoreException.class, store::reclaim);
      assertTrue(Sample.isThere(store, 1, bytes(1, 100)));
      assertEquals(1, logs.at(Level.WARNING).size(), "that it is torn");
    }
  }
}
