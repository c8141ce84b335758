package dev.millrace.cli.cache;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that stores results in a cache until it is ended, and says so after each batch. */
final class Writer implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private Writer(Process process) {
    this.process = process;
    this.said = process.inputReader();
  }

  static Writer start(Path folder, long from) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            path,
            Main.class.getName(),
            folder.toString(),
            Long.toString(from));
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return new Writer(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Waits until it has stored a batch more than when this was last asked, or more than one. */
  void awaitMore() throws IOException {
    do {
      if (said.readLine() == null) {
        throw new AssertionError("the process has ended");
      }
    } while (said.ready());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The process. */
  static final class Main {
    public static void main(String[] arguments) throws IOException {
      SampleCache cache = new SampleCache(Path.of(arguments[0]));
      long key = Long.parseLong(arguments[1]);
      for (long batch = 0; ; batch++) {
        long next = key + 3 * batch;
        cache.put(
            cache.entry(next, "encoding", 1000, 5, 3),
            cache.entry(next + 1, "tokens", 100, 5, 2),
            cache.entry(next + 2, "tokens", 0, 5, 1));
        if (batch % 5 == 4) {
          cache.remove(next);
          cache.entries(cache.entry(next, "encoding", 1000, 5, 3));
          cache.put(cache.entry(next, "encoding", 1000, 5, 3));
        }
        System.out.println(batch);
        System.out.flush();
      }
    }
  }
}
