package dev.millrace.runtime.cache.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Signature;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A ledger in a JVM that has no driver for it. */
@Timeout(60)
final class LedgerJvmTest {
  @TempDir Path folder;

  /** Notes something, twice, and asks for it. */
  static final class Main {
    public static void main(String[] args) throws Exception {
      try (Ledger ledger = Ledger.sqlite(Path.of(args[0]))) {
        Signature key = new Signature(1, 2);
        ledger.used(List.of(key), Instant.EPOCH);
        ledger.used(List.of(key), Instant.EPOCH);
        System.out.println(ledger.find(key));
      }
    }
  }

  @Test
  void withoutTheDriverItIsEmptyAndSaysOnceWhatToAdd() throws Exception {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String without =
        Arrays.stream(path.split(File.pathSeparator))
            .filter(entry -> !entry.contains("sqlite"))
            .collect(Collectors.joining(File.pathSeparator));
    Path file = folder.resolve("ledger.sqlite");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            without,
            Main.class.getName(),
            file.toString());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), said);
      assertTrue(said.contains("Optional.empty"), said);
      String warning =
          "the cache has no ledger: there is no JDBC driver for "
              + file
              + " on the class path; add org.xerial:sqlite-jdbc. Results are stored and found even"
              + " so, but explain and eviction know less";
      assertEquals(1, said.split(Pattern.quote(warning), -1).length - 1, said);
      assertFalse(Files.exists(file));
    } finally {
      process.destroyForcibly();
    }
  }
}
