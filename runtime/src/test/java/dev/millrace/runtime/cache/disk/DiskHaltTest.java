package dev.millrace.runtime.cache.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.Eviction;
import dev.millrace.runtime.cache.folder.Folders;
import dev.millrace.runtime.cache.folder.Texts;
import dev.millrace.runtime.cache.halt.Halt;
import dev.millrace.runtime.cache.halt.Halted;
import dev.millrace.runtime.cache.halt.HaltingDriver;
import dev.millrace.runtime.cache.halt.Script;
import dev.millrace.runtime.cache.halt.Told;
import dev.millrace.runtime.cache.ledger.Ledger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that stops dead at any change of a cache's folder loses nothing that it put. */
@Timeout(3600)
final class DiskHaltTest {
  /** Keys from here on stand for folders. */
  private static final long FOLDERS = 100;

  @TempDir Path root;

  /** Tells which blob stands for a folder. */
  private Folders elsewhere;

  @Test
  void whereverTheProcessStops() throws Exception {
    elsewhere = new Folders(root.resolve("elsewhere"));
    Told whole = Halted.run(Main.class, root.resolve("whole"), 0);
    for (long at : Halted.changes(whole, 15, 400).toArray()) {
      Path folder = root.resolve("at" + at);
      Told told = Halted.run(Main.class, folder, at);
      assertTrue(told.isHalted());
      try (DiskStore store = new DiskStore(folder);
          Ledger ledger = Ledger.sqlite(folder.resolve(Ledger.FILE))) {
        check(told, store);
        for (long key : known(ledger)) {
          assertTrue(store.contains(Script.key(key)), () -> "an entry of nothing: " + told);
        }
        put(store, ledger, 9, 1);
        told.put(1, 9);
        putFolder(store, ledger, 9, 103);
        told.put(103, 9);
        putFolder(store, ledger, 8, 104);
        told.put(104, 8);
        check(told, store);
        assertEquals(0, ledger.dropped(), told::toString);
        assertTrue(ledger.find(Script.key(104)).isPresent());
        // All that the ledger tells of, and all else.
        new Eviction(store, ledger).run(0, Instant.now());
        assertEquals(0, known(ledger).size(), told::toString);
      }
      assertNothingIsLeft(told, folder);
    }
  }

  private static Set<Long> known(Ledger ledger) throws Exception {
    Set<Long> known = new HashSet<>();
    ledger.forEach(entry -> known.add(Script.number(entry.key())));
    return known;
  }

  private void check(Told told, DiskStore store) throws Exception {
    told.check(
        store,
        new Told.Look() {
          @Override
          public boolean isOfUse(long key, ByteBuffer blob) {
            return key < FOLDERS || store.folders().verify(blob);
          }

          @Override
          public boolean isThat(long key, int version, ByteBuffer blob) throws StoreException {
            return blob.equals(
                key < FOLDERS
                    ? Script.value(key, version)
                    : elsewhere.put(texts(key, version), Texts.CODEC));
          }
        });
    assertEquals(List.of(), store.packs().audit().damaged(), told::toString);
  }

  /** Once an hour is over in which a blob might have followed, folders without blobs go. */
  private static void assertNothingIsLeft(Told told, Path folder) throws Exception {
    Path folders = DiskStore.folders(folder);
    for (Path each : list(folders)) {
      Files.setLastModifiedTime(each, FileTime.from(Instant.now().minusSeconds(7200)));
    }
    try (DiskStore store = new DiskStore(folder)) {
      store.reclaim();
    }
    assertEquals(List.of(), list(folders), told::toString);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Map<String, String> texts(long key, int version) {
    String text = "text " + key + " of " + version + ". ";
    return Map.of("a", text, "below/b", text.repeat(1000), "empty", "");
  }

  private static void put(DiskStore store, Ledger ledger, int version, long... keys)
      throws Exception {
    store.put(Script.batch(version, keys));
    note(ledger, keys);
  }

  private static void putFolder(DiskStore store, Ledger ledger, int version, long key)
      throws Exception {
    ByteBuffer blob = store.folders().put(texts(key, version), Texts.CODEC);
    store.put(List.of(new Blob(Script.key(key), blob)));
    note(ledger, key);
  }

  private static void note(Ledger ledger, long... keys) throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (long key : keys) {
      // Of two that are as large, the one of the lower key goes first.
      Instant used = Instant.ofEpochSecond(1_000_000 + key * 1000);
      entries.add(new Entry(Script.key(key), "node", used, 1000, 100, used, List.of()));
    }
    ledger.stored(entries);
    // What asks has it written: so it is always the same change that is the n-th.
    assertTrue(ledger.find(entries.get(0).key()).isPresent());
  }

  /** The process. */
  static final class Main {
    private final DiskStore store;
    private final Ledger ledger;

    private Main(Path folder) {
      this.store = new DiskStore(folder);
      this.ledger = Ledger.sqlite(folder.resolve(Ledger.FILE));
    }

    public static void main(String[] args) throws Exception {
      Halt halt = Halted.halt(args);
      HaltingDriver.install(halt);
      Path folder = Halted.folder(args, halt);
      Main first = new Main(folder);
      first.put(0, 1, 2, 3, 4, 5);
      first.putFolder(0, 101);
      first.putFolder(0, 102);
      first.put(1, 1, 2);
      // Once more what is there, and once what another replaces.
      first.putFolder(0, 101);
      first.putFolder(1, 102);
      first.evict(6);
      first.putFolder(0, 101);
      first.putFolder(0, 102);
      first.close();
      Script.removing(() -> damage(Path.of(args[0])), 101, 102);

      Main second = new Main(folder);
      // In the place of what is damaged.
      second.putFolder(0, 102);
      second.put(2, 6, 7);
      second.putFolder(0, 103);
      second.remove(102);
      Script.step("reclaim", second.store::reclaim);
      second.putFolder(1, 102);
      second.evict(3);
      second.close();
      Script.end(halt);
    }

    private void put(int version, long... keys) throws Exception {
      Script.putting(version, () -> DiskHaltTest.put(store, ledger, version, keys), keys);
    }

    private void putFolder(int version, long key) throws Exception {
      Script.putting(version, () -> DiskHaltTest.putFolder(store, ledger, version, key), key);
    }

    private void remove(long key) throws Exception {
      List<Signature> signature = List.of(Script.key(key));
      Script.removing(
          () -> {
            ledger.remove(signature);
            store.remove(signature);
          },
          key);
    }

    /** Lets go of results until there are so many fewer, at least. */
    private void evict(int fewer) throws Exception {
      Instant now = Instant.ofEpochSecond(2_000_000);
      Eviction eviction = new Eviction(store, ledger);
      long limit = 1L << 40;
      Eviction.Plan plan = eviction.plan(limit, now);
      while (plan.keys().size() < fewer) {
        limit = limit / 8 * 7;
        plan = eviction.plan(limit, now);
      }
      long most = limit;
      long[] keys = plan.keys().stream().mapToLong(Script::number).toArray();
      Script.removing(() -> eviction.run(most, now), keys);
    }

    private void close() throws Exception {
      Script.step("close", store::close);
      Script.step("close the ledger", ledger::close);
    }

    /** Damages each folder that is left: what is put there again takes its place. */
    private static void damage(Path folder) throws IOException {
      for (Path each : list(DiskStore.folders(folder))) {
        if (Files.isDirectory(each)) {
          Files.writeString(each.resolve("a"), "damaged");
        }
      }
    }
  }
}
