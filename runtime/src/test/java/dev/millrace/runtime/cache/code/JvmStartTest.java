package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class JvmStartTest {
  private static final int SHELL_SECONDS = 3;

  /** Runs in another JVM. */
  public static final class Child {
    public static void main(String[] args) {
      System.out.println(JvmStart.instant().toEpochMilli());
    }
  }

  @Test
  void itIsBeforeNow() {
    assertTrue(JvmStart.instant().isBefore(Instant.now()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatTheScriptCompiledThatBecameTheJvmIsNotYounger(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path compiled = folder.resolve("compiled");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                "sleep " + SHELL_SECONDS + "; : > \"$1\"; exec \"$2\" -cp \"$3\" \"$4\"",
                "sh",
                compiled.toString(),
                java,
                System.getProperty("java.class.path"),
                Child.class.getName())
            .redirectErrorStream(true)
            .start();
    String told = new String(shell.getInputStream().readAllBytes()).strip();
    assertTrue(shell.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, shell.exitValue(), told);
    Instant began = Instant.ofEpochMilli(Long.parseLong(told));
    Instant compiledAt = Files.getLastModifiedTime(compiled).toInstant();
    assertFalse(
        began.isBefore(compiledAt.truncatedTo(ChronoUnit.MILLIS)), began + " " + compiledAt);
  }
}
