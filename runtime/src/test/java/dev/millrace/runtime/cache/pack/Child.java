package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.BlobStore.Blob;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A process that puts into a folder, and says so after each batch. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private Child(Process process) {
    this.process = process;
    this.said = process.inputReader();
  }

  /**
   * Starts one.
   *
   * @param from the first key that it puts
   * @param batches how many batches it puts
   */
  static Child start(Path folder, long from, int batches) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            path,
            Main.class.getName(),
            folder.toString(),
            Long.toString(from),
            Integer.toString(batches));
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return new Child(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Returns which key the next batch ended before, or -1 at the end. */
  long next() throws IOException {
    String line = said.readLine();
    return line == null ? -1 : Long.parseLong(line);
  }

  /** Ends it as the system would, and returns what it had said besides. */
  long kill(long last) throws IOException, InterruptedException {
    // The process itself would close what it has said.
    process.toHandle().destroyForcibly();
    process.waitFor();
    long until = last;
    for (long key = next(); key >= 0; key = next()) {
      until = key;
    }
    return until;
  }

  /** Waits for it, and returns what it ended with. */
  int end() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Returns what is put under a key: by chance, at times large. */
  static ByteBuffer bytes(long key) {
    Random random = new Random(key);
    int length = random.nextInt(16) == 0 ? random.nextInt(400_000) : random.nextInt(2_000);
    return Sample.bytes(key, length);
  }

  /** The process. */
  static final class Main {
    public static void main(String[] args) throws IOException {
      long key = Long.parseLong(args[1]);
      try (PackStore store = new PackStore(Path.of(args[0]), 4 << 20, Duration.ofSeconds(1))) {
        Random random = new Random(key);
        for (int i = Integer.parseInt(args[2]); i > 0; i--) {
          List<Blob> batch = new ArrayList<>();
          for (int size = 1 + random.nextInt(20); size > 0; size--) {
            batch.add(new Blob(Sample.key(key), bytes(key)));
            key++;
          }
          store.put(batch);
          System.out.println(key);
          System.out.flush();
        }
      }
    }
  }
}
