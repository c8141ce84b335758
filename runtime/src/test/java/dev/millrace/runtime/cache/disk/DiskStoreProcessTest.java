package dev.millrace.runtime.cache.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.folder.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class DiskStoreProcessTest {
  private static final Signature KEY = new Signature(1, 2);

  @TempDir Path folder;

  @Test
  void whatAnotherProcessHasOpenStaysUntilThatEnds() throws Exception {
    try (DiskStore store = new DiskStore(folder)) {
      ByteBuffer blob = store.folders().put(Map.of("text", "of the other"), Texts.CODEC);
      store.put(List.of(new Blob(KEY, blob)));
      Path there = DiskStore.folders(folder).resolve(store.inFolders().get(0).digest());
      Process process = start();
      try (BufferedReader said = process.inputReader()) {
        assertEquals("open", said.readLine());
        store.remove(List.of(KEY));
        store.reclaim();
        assertTrue(Files.exists(there));
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        assertEquals("{text=of the other}", said.readLine());
        assertEquals(0, process.waitFor());
      } finally {
        process.destroyForcibly();
      }
      store.reclaim();
      assertTrue(Files.notExists(there));
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Opener.class.getName(),
            folder.toString());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Opens the folder, and reads it again when it is told to. */
  static final class Opener {
    public static void main(String[] args) throws IOException {
      try (DiskStore store = new DiskStore(Path.of(args[0]))) {
        ByteBuffer blob = store.get(List.of(KEY)).get(0);
        Map<String, String> open = store.folders().open(blob, Texts.CODEC);
        System.out.println("open");
        if (System.in.read() == '\n') {
          System.out.println(store.folders().open(blob, Texts.CODEC));
        }
        Reference.reachabilityFence(open);
      }
    }
  }
}
