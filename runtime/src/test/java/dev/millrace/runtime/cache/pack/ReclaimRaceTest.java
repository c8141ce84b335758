package dev.millrace.runtime.cache.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.cache.ProcessLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two who give room back at once: whatever either relies on, the other must not unlink. */
@Timeout(120)
final class ReclaimRaceTest {
  private static final int EACH = 200;

  @TempDir Path folder;

  /** A store in a folder, which always looks. */
  enum Kind {
    PACKS {
      @Override
      BlobStore open(Path folder) {
        return new PackStore(folder, Sample.LIMIT, Duration.ZERO);
      }
    },
    OBJECTS {
      @Override
      BlobStore open(Path folder) {
        return new SharedFolder(folder, Duration.ZERO);
      }
    };

    abstract BlobStore open(Path folder);
  }

  @ParameterizedTest
  @EnumSource
  void whoReclaimsWhileAnotherDoesDoesNothing(Kind kind) throws Exception {
    try (BlobStore store = kind.open(folder)) {
      fill(kind, 0);
      try (ProcessLock lock = ProcessLock.take(folder.resolve(PackFiles.RECLAIM))) {
        assertTrue(lock != null);
        assertEquals(0, store.reclaim());
        assertAll(store, EACH);
      }
      assertTrue(store.reclaim() > 0);
      assertAll(store, EACH);
    }
  }

  private void fill(Kind kind, long from) throws IOException {
    List<BlobStore> open = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      open.add(kind.open(folder));
    }
    for (long key = from; key < from + EACH; key++) {
      open.get((int) (key % 4)).put(List.of(Sample.blob(key, "text " + key)));
    }
    for (BlobStore each : open) {
      each.close();
    }
  }

  private static void assertAll(BlobStore store, long count) throws IOException {
    for (long key = 0; key < count; key++) {
      assertEquals("text " + key, Sample.text(store, key));
    }
  }

  @ParameterizedTest
  @EnumSource
  void processesThatReclaimAtOnceLoseNothing(Kind kind) throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(kind, i * EACH));
    }
    for (Process process : processes) {
      assertEquals("", new String(process.getInputStream().readAllBytes()));
      assertEquals(0, process.waitFor());
    }
    try (BlobStore store = kind.open(folder)) {
      assertAll(store, 3 * EACH);
    }
  }

  private Process start(Kind kind, long from) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Reclaimer.class.getName(),
            kind.name(),
            folder.toString(),
            Long.toString(from));
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.redirectErrorStream(true).start();
  }

  /** Puts a little and reclaims, over and over; says what is lost. */
  static final class Reclaimer {
    public static void main(String[] args) throws IOException {
      Kind kind = Kind.valueOf(args[0]);
      long from = Long.parseLong(args[2]);
      for (long key = from; key < from + EACH; key += 4) {
        try (BlobStore store = kind.open(Path.of(args[1]))) {
          for (long one = key; one < key + 4; one++) {
            store.put(List.of(Sample.blob(one, "text " + one)));
          }
          store.reclaim();
          for (long one = from; one < key + 4; one++) {
            if (!("text " + one).equals(Sample.text(store, one))) {
              System.out.println(one + " is lost");
              System.exit(1);
            }
          }
        }
      }
    }
  }
}
