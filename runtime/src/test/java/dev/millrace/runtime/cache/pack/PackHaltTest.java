package dev.millrace.runtime.cache.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.cache.halt.Halt;
import dev.millrace.runtime.cache.halt.Halted;
import dev.millrace.runtime.cache.halt.Script;
import dev.millrace.runtime.cache.halt.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that stops dead at any change of the disk loses nothing that it put. */
@Timeout(3600)
final class PackHaltTest {
  private static final long LIMIT = 1 << 18;

  @TempDir Path root;

  private static PackStore open(Path folder) {
    return new PackStore(folder, LIMIT, Duration.ZERO);
  }

  @Test
  void whereverTheWriterOfPacksStops() throws Exception {
    Told whole = Halted.run(Packs.class, root.resolve("whole"), 0);
    for (long at : Halted.changes(whole, 15, 130).toArray()) {
      Path folder = root.resolve("at" + at);
      Told told = Halted.run(Packs.class, folder, at);
      assertTrue(told.isHalted());
      try (PackStore store = open(folder)) {
        goOn(told, store, store::audit);
      }
      age(folder);
      try (PackStore store = open(folder)) {
        told.check(store);
        store.reclaim();
        told.check(store);
        assertWhole(told, store.audit());
      }
      assertNothingIsLeft(told, folder, ".pack", ".index", ".lock");
    }
  }

  /** What a store promises whatever was left to it, and that it works. */
  private static void goOn(Told told, BlobStore store, Audited audited) throws Exception {
    told.check(store);
    assertWhole(told, audited.audit());
    store.put(Script.batch(7, 1, 500));
    told.put(1, 7);
    told.put(500, 7);
    told.check(store);
    store.remove(List.of(Script.key(2)));
    told.removed(2);
    told.check(store);
    store.reclaim();
    told.check(store);
    assertWhole(told, audited.audit());
  }

  /** Reads all of a store. */
  @FunctionalInterface
  private interface Audited {
    Audit audit() throws IOException;
  }

  private static void assertWhole(Told told, Audit audit) {
    assertEquals(List.of(), audit.damaged(), told::toString);
  }

  /** Lets two hours go by: what is younger might be somebody's. */
  private static void age(Path folder) throws IOException {
    for (Path each : Sample.files(folder, "")) {
      Files.setLastModifiedTime(each, FileTime.from(Instant.now().minusSeconds(7200)));
    }
  }

  /** Each file belongs to a pack, and each pack is one. */
  private static void assertNothingIsLeft(Told told, Path folder, String... endings)
      throws IOException {
    for (Path file : Sample.files(folder, "")) {
      String name = file.getFileName().toString();
      Path pack = folder.resolve(name.replaceFirst("\\..*", endings[0]));
      assertTrue(
          name.equals(PackFiles.RECLAIM)
              || Stream.of(endings).anyMatch(name::endsWith) && Files.exists(pack),
          () -> name + " is left: " + told);
    }
    Shelf shelf = new Shelf(folder, endings[0], true, Duration.ZERO);
    assertEquals(List.of(), shelf.foreign(), told::toString);
  }

  /** The process. */
  static final class Packs {
    public static void main(String[] args) throws Exception {
      Halt halt = Halted.halt(args);
      Path folder = Halted.folder(args, halt);
      PackStore first = open(folder);
      Script.put(first, 0, 1, 2, 3);
      // A pack is full with these, and the large one has its own, in several writes.
      Script.put(first, 0, LongStream.rangeClosed(10, 150).toArray());
      Script.put(first, 0, 4, 1_000_000, 5);
      Script.put(first, 1, 1, 20);
      Script.remove(first, 3, 30, 31);
      // All of the large one's pack, which goes as a whole.
      Script.remove(first, 1_000_000);
      // So many that an index is written.
      Script.put(first, 0, LongStream.range(1_000, 2_200).toArray());
      Script.step("close", first::close);
      tear(Path.of(args[0]));

      PackStore second = open(folder);
      Script.put(second, 2, 1, 6);
      Script.put(second, 1, 2);
      Script.remove(second, LongStream.rangeClosed(40, 100).toArray());
      Script.step("reclaim", second::reclaim);
      Script.put(second, 3, 1, 7);
      Script.remove(second, LongStream.range(1_000, 1_900).toArray());
      Script.step("reclaim", second::reclaim);
      Script.put(second, 0, 8, 1_000_001);
      Script.step("close", second::close);
      Script.end(halt);
    }

    /** Leaves what processes do that are killed: while they write, begin a pack and unlink one. */
    private static void tear(Path folder) throws IOException {
      for (Path pack : Sample.files(folder, ".pack")) {
        Files.write(pack, new byte[100], StandardOpenOption.APPEND);
      }
      for (String left : List.of("a.pack", "a.lock", "b.index", "b.lock", "c.index.new")) {
        Files.write(folder.resolve("0123456789abcde" + left), new byte[10]);
      }
      age(folder);
    }
  }

  @Test
  void whereverTheWriterOfObjectsStops() throws Exception {
    Told whole = Halted.run(Objects.class, root.resolve("whole"), 0);
    for (long at : Halted.changes(whole, 8, 40).toArray()) {
      Path folder = root.resolve("at" + at);
      Told told = Halted.run(Objects.class, folder, at);
      assertTrue(told.isHalted());
      try (SharedFolder store = new SharedFolder(folder, Duration.ZERO)) {
        goOn(told, store, () -> new Auditor(objects(folder)).run());
      }
      age(folder);
      try (SharedFolder store = new SharedFolder(folder, Duration.ZERO)) {
        told.check(store);
        store.reclaim();
        told.check(store);
      }
      assertNothingIsLeft(told, folder, ".objects");
    }
  }

  private static Shelf objects(Path folder) {
    return new Shelf(folder, PackFiles.OBJECTS, false, Duration.ZERO);
  }

  /** The process. */
  static final class Objects {
    public static void main(String[] args) throws Exception {
      Halt halt = Halted.halt(args);
      SharedFolder store = new SharedFolder(Halted.folder(args, halt), Duration.ZERO);
      Script.put(store, 0, 1, 2, 3);
      Script.put(store, 0, 4, 1_000_000, 5);
      Script.put(store, 1, 1);
      Script.remove(store, 3, 4);
      Script.remove(store, 1_000_000, 5);
      Script.step("reclaim", store::reclaim);
      Script.put(store, 0, 6);
      Script.step("reclaim", store::reclaim);
      Script.end(halt);
    }
  }
}
