package dev.millrace.runtime.cache.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes at one root, and processes that are killed. */
@Timeout(600)
final class FoldersProcessTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final long APART = 1_000_000_000L;

  @TempDir Path root;

  private List<String> names(String suffix) throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.map(each -> each.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .toList();
    }
  }

  private List<String> folders() throws IOException {
    return names("").stream().filter(name -> name.length() == 64).toList();
  }

  /** What has a digest for a name is just that, and what was said to be there is. */
  @Test
  void aProcessThatIsKilledAtAnyPointLeavesNoHalfFolder() throws Exception {
    Random random = new Random();
    Set<String> said = new HashSet<>();
    for (int kill = 0; kill < (LONG ? 50 : 5); kill++) {
      try (Child child = Child.putting(root, kill * APART, Integer.MAX_VALUE)) {
        for (int puts = 1 + random.nextInt(20); puts > 0; puts--) {
          said.add(Folders.digest(child.next()));
        }
        Thread.onSpinWait();
        child.kill();
        for (ByteBuffer more = child.next(); more != null; more = child.next()) {
          said.add(Folders.digest(more));
        }
      }
      for (String digest : folders()) {
        assertEquals(digest, Manifest.of(root.resolve(digest), Texts.CODEC.schema()).digest());
      }
      assertTrue(folders().containsAll(said));
    }
    // At most one each was done and not said: it may be about to be.
    Set<String> unsaid = new HashSet<>(folders());
    unsaid.removeAll(said);
    assertTrue(unsaid.size() <= (LONG ? 50 : 5));
    new Folders(root).reclaim(said);
    assertEquals(List.of(), names(".new"), "the leftovers of the dead go at once");
    assertTrue(folders().containsAll(unsaid), "what is young stays");
    new Folders(root, Duration.ZERO).reclaim(said);
    assertEquals(said, new HashSet<>(folders()));
    assertEquals(3 * said.size(), names("").size(), "a lock and a time each, and nothing else");
  }

  @Test
  void processesThatPutTheSameLeaveItOnce() throws Exception {
    try (Child one = Child.putting(root, 0, 40);
        Child other = Child.putting(root, 0, 40)) {
      for (long seed = 0; seed < 40; seed++) {
        ByteBuffer blob = one.next();
        assertEquals(blob, other.next());
        assertEquals(Content.of(seed), new Folders(root).open(blob, Texts.CODEC));
      }
      assertEquals(0, one.end());
      assertEquals(0, other.end());
    }
    assertEquals(40, folders().size());
    assertEquals(120, names("").size());
  }

  @Test
  void whatIsBeingWrittenElsewhereIsLeftAlone() throws Exception {
    Folders eager = new Folders(root, Duration.ofDays(1));
    try (Child child = Child.putting(root, 0, 300)) {
      Set<String> said = new HashSet<>();
      for (ByteBuffer blob = child.next(); blob != null; blob = child.next()) {
        said.add(Folders.digest(blob));
        eager.reclaim(Set.of());
      }
      assertEquals(0, child.end(), "no put failed");
      assertEquals(said, new HashSet<>(folders()));
    }
  }

  @Test
  void whatAnotherHasOpenStaysUntilItEnds() throws Exception {
    Folders eager = new Folders(root, Duration.ZERO);
    ByteBuffer blob = eager.put(Content.of(1), Texts.CODEC);
    String digest = Folders.digest(blob);
    try (Child child = Child.holding(root, blob)) {
      assertNotNull(child.next());
      assertEquals(0, eager.reclaim(Set.of()));
      assertEquals(List.of(digest), folders());
      child.kill();
    }
    assertTrue(eager.reclaim(Set.of()) > 0);
    assertEquals(List.of(), names(""));
  }
}
