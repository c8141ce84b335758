package dev.millrace.runtime.cache.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.runtime.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, and one that may not be written: a file system in memory, where allowed. */
@Timeout(60)
final class FoldersDiskTest {
  private static final Map<String, String> VALUE =
      Map.of("a", "1".repeat(5000), "b", "2".repeat(9000), "below/c", "3".repeat(20_000));

  @TempDir Path root;

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  @BeforeEach
  void mount() throws Exception {
    boolean isMounted;
    try {
      String options = "size=256k,nr_inodes=64";
      isMounted = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", root.toString());
    } catch (IOException e) {
      isMounted = false;
    }
    assumeTrue(isMounted, "this user may mount no file system, so no disk can be filled");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", root.toString());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.map(each -> each.getFileName().toString())
          .filter(name -> !name.startsWith("filler"))
          .toList();
    }
  }

  /** With ever less room, and then with ever fewer files that may be made. */
  @Test
  void aFullDiskIsSaidAndLeavesNothingWhereverItGetsFull() throws Exception {
    int failures = 0;
    for (int pages = 40; pages <= 64; pages++) {
      Path filler = Files.write(root.resolve("filler"), new byte[0]);
      fill(filler, pages);
      failures += putOrNothing();
      Files.delete(filler);
    }
    for (int files = 40; files <= 64; files++) {
      for (int i = 0; i < files; i++) {
        fill(root.resolve("filler" + i), 0);
      }
      failures += putOrNothing();
      for (int i = 0; i < files; i++) {
        Files.deleteIfExists(root.resolve("filler" + i));
      }
    }
    assertTrue(failures > 10 && failures < 40, failures + " of 50 times it was full");
  }

  private static void fill(Path filler, int pages) {
    try {
      Files.write(filler, new byte[pages * 4096]);
    } catch (IOException e) {
      // Then there is no more room at all, which is what was asked for.
      assertTrue(e.getMessage().contains("No space left"), e::getMessage);
    }
  }

  private int putOrNothing() throws IOException {
    Folders folders = new Folders(root);
    try {
      ByteBuffer blob = folders.put(VALUE, Texts.CODEC);
      assertTrue(folders.verify(blob));
      Stored stored = new Stored(root, String.valueOf(Folders.digest(blob)));
      stored.discard();
      Files.delete(stored.used());
      Files.delete(stored.lock());
      return 0;
    } catch (StoreException e) {
      assertTrue(e.getMessage().contains("No space left on device"), e::getMessage);
      assertFalse(names().stream().anyMatch(Names.NEW::contains), "the unfinished one is gone");
      for (String name : names()) {
        assertTrue(name.endsWith(Names.LOCK) || name.endsWith(Names.USED), name);
        assertEquals(0, Files.size(root.resolve(name)));
        Files.delete(root.resolve(name));
      }
      return 1;
    }
  }

  @Test
  void aReadOnlyRootIsOpenedAndSaysThatItCannotBeWritten() throws Exception {
    ByteBuffer blob = new Folders(root).put(VALUE, Texts.CODEC);
    assertTrue(run("mount", "-o", "remount,ro", root.toString()));
    Folders folders = new Folders(root);
    assertEquals(VALUE, folders.open(blob, Texts.CODEC));
    assertTrue(folders.verify(blob));
    for (StoreException said :
        List.of(
            assertThrows(StoreException.class, () -> folders.put(Map.of(), Texts.CODEC)),
            assertThrows(StoreException.class, () -> folders.reclaim(Set.of())))) {
      assertTrue(said.getMessage().contains("Read-only file system"), said.getMessage());
    }
    assertEquals(VALUE, folders.open(blob, Texts.CODEC));
  }
}
