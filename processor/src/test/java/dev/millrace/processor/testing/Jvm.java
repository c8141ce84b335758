package dev.millrace.processor.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own for what was built, with the class path of the tests. */
public final class Jvm {
  private final Path folder;
  private final List<String> flags;

  private Jvm(Path folder, List<String> flags) {
    this.folder = folder;
    this.flags = flags;
  }

  /**
   * Returns one that is not started yet.
   *
   * @param folder an empty one, for the classes
   */
  public static Jvm in(Path folder, String... flags) {
    return new Jvm(folder, List.of(flags));
  }

  /**
   * Runs a program, and returns the lines that it wrote. What it says of failures is in what this
   * fails with.
   */
  public List<String> run(Built built, long seconds, String main, String... arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(
        built.saveTo(classes)
            + File.pathSeparator
            + System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    // They would put flags of the caller's into the JVM.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        throw new AssertionError(main + " hangs, having said " + Files.readString(out));
      }
      if (process.exitValue() != 0) {
        throw new AssertionError(Files.readString(err, StandardCharsets.UTF_8));
      }
      return Files.readAllLines(out);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
