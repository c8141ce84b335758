package dev.millrace.processor.run;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that runs the pipeline of {@code programs/storing}, and says what it has. */
final class Victim implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private Victim(Process process) {
    this.process = process;
    this.said = process.inputReader();
  }

  /**
   * Starts one.
   *
   * @param classes of the program
   * @param there how many seeds are to be there already
   * @param end up to which seed it goes on
   */
  static Victim start(Path classes, Path cache, int there, int end, String... flags)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(flags));
    command.add("-cp");
    command.add(
        classes
            + File.pathSeparator
            + System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("storing.StoringScenarios$Main");
    command.addAll(List.of(cache.toString(), String.valueOf(there), String.valueOf(end)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return new Victim(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Returns what it says next, or null at its end. */
  String next() throws IOException {
    return said.readLine();
  }

  /** Ends it as the system would. */
  void kill() {
    // The process itself would close what it has said.
    process.toHandle().destroyForcibly();
  }

  /** Returns all it says up to its end. */
  List<String> rest() throws IOException, InterruptedException {
    List<String> lines = said.lines().toList();
    process.waitFor();
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
