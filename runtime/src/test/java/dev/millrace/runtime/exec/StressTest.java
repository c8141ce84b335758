package dev.millrace.runtime.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the classes called {@code …Stress} with jcstress, in JVMs of its own: a few seconds' worth
 * in the quick ring, its default settings in the long one.
 */
final class StressTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final List<String> QUICKLY =
      List.of("-m", "quick", "-sc", "false", "-iters", "3", "-time", "100");
  private static final int STRESSES = 6;

  @Test
  void theGateLosesNoOpeningAndAStageNoChunk(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log.txt");
    Process jcstress =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      // A lost opening is a thread that waits for ever.
      if (!jcstress.waitFor(LONG ? 60 : 5, TimeUnit.MINUTES)) {
        fail("it hangs, as it does where an opening is lost:\n" + Files.readString(log));
      }
    } finally {
      jcstress.descendants().forEach(ProcessHandle::destroyForcibly);
      jcstress.destroyForcibly().waitFor();
    }
    String said = Files.readString(log);
    assertEquals(0, jcstress.exitValue(), said);
    assertTrue(said.contains("All remaining tests: " + STRESSES + " matching"), said);
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.openjdk.jcstress.Main", "-t", "^dev\\.millrace\\.", "-f", "1"));
    command.addAll(LONG ? List.of() : QUICKLY);
    command.addAll(List.of("-jvmArgs", "-Xmx256m"));
    return command;
  }
}
