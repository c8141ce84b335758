package dev.millrace.runtime.cache.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ReclaimTest {
  private static final Map<String, String> VALUE = Map.of("one", "12345", "below/two", "123");

  @TempDir Path root;

  private final Duration hour = Duration.ofHours(1);

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private Folders eager() {
    return new Folders(root, Duration.ZERO);
  }

  private void age(Path... files) throws IOException {
    for (Path file : files) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(hour).minusSeconds(60)));
    }
  }

  @Test
  void removesWhatNoBlobSpeaksOfAndSaysHowMuchThatWas() throws Exception {
    ByteBuffer kept = eager().put(Map.of("a", "b"), Texts.CODEC);
    ByteBuffer gone = eager().put(VALUE, Texts.CODEC);
    assertEquals(8, eager().reclaim(Set.of(String.valueOf(Folders.digest(kept)))));
    assertNull(eager().open(gone, Texts.CODEC));
    assertEquals(Map.of("a", "b"), eager().open(kept, Texts.CODEC));
    assertEquals(3, names().size());
    assertEquals(gone, eager().put(VALUE, Texts.CODEC), "it may come again");
    assertEquals(VALUE, eager().open(gone, Texts.CODEC));
  }

  @Test
  void whatWasPutWithinTheHourStays() throws Exception {
    Folders folders = new Folders(root);
    ByteBuffer blob = folders.put(VALUE, Texts.CODEC);
    Stored stored = new Stored(root, String.valueOf(Folders.digest(blob)));
    assertEquals(0, folders.reclaim(Set.of()));
    age(stored.used(), stored.lock(), stored.folder());
    assertEquals(blob, folders.put(VALUE, Texts.CODEC), "put again, it is young again");
    assertEquals(0, folders.reclaim(Set.of()));
    age(stored.used(), stored.lock(), stored.folder());
    assertEquals(8, folders.reclaim(Set.of()));
    assertEquals(List.of(), names());
  }

  /** As a process leaves it that dies before its folder is renamed. */
  @Test
  void locksOfNothingGoWhenTheyAreOld() throws Exception {
    Path random = Files.createFile(root.resolve("0123456789abcdef.lock"));
    Stored never = new Stored(root, "a".repeat(64));
    Files.createFile(never.lock());
    Files.createFile(never.used());
    Folders folders = new Folders(root);
    assertEquals(0, folders.reclaim(Set.of()));
    assertEquals(3, names().size());
    age(random, never.lock(), never.used());
    assertEquals(0, folders.reclaim(Set.of()));
    assertEquals(List.of(), names());
  }

  @Test
  void whatIsBeingWrittenStaysAndItsLeftoverGoes() throws Exception {
    try (Unfinished unfinished = Unfinished.begin(root)) {
      Files.writeString(unfinished.folder().resolve("half"), "1234");
      assertEquals(0, eager().reclaim(Set.of()));
      assertTrue(Files.exists(unfinished.folder().resolve("half")));
    }
    assertEquals(List.of(), names());
    Files.createDirectories(root.resolve("0123456789abcdef.new/below"));
    Files.writeString(root.resolve("0123456789abcdef.new/below/half"), "1234");
    Files.createDirectory(root.resolve("fedcba9876543210.old"));
    Files.writeString(root.resolve("fedcba9876543210.old/rest"), "12");
    assertEquals(6, new Folders(root).reclaim(Set.of()));
    assertEquals(List.of(), names());
  }

  @Test
  void whatIsOpenHereStaysUntilNobodyCanReachIt() throws Exception {
    ByteBuffer blob = eager().put(VALUE, Texts.CODEC);
    Map<String, String> one = eager().open(blob, Texts.CODEC);
    Map<String, String> other = eager().open(blob, Texts.CODEC);
    assertNotNull(one);
    assertEquals(0, eager().reclaim(Set.of()));
    assertEquals(one, other);
    Reference.reachabilityFence(one);
    one = null;
    System.gc();
    assertEquals(0, eager().reclaim(Set.of()), "the other is");
    Reference.reachabilityFence(other);
    other = null;
    while (eager().reclaim(Set.of()) == 0) {
      System.gc();
    }
    assertEquals(List.of(), names());
  }

  @Test
  void whatIsNoneOfItsIsLeftAlone() throws Exception {
    List<String> others = List.of("README", "a".repeat(63), "x".repeat(64), "z.new", "lock");
    for (String other : others) {
      Files.createDirectories(root.resolve(other));
    }
    assertEquals(0, eager().reclaim(Set.of()));
    assertEquals(others.size(), names().size());
    assertEquals(0, new Folders(root.resolve("nowhere")).reclaim(Set.of()));
  }
}
