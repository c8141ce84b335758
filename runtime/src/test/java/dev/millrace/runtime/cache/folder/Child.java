package dev.millrace.runtime.cache.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A process that puts folders, and says so after each; or that holds one open. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private Child(Process process) {
    this.process = process;
    this.said = process.inputReader();
  }

  /** Starts one that puts contents from a seed on, so many of them. */
  static Child putting(Path root, long from, int count) throws IOException {
    return start(root.toString(), Long.toString(from), Integer.toString(count));
  }

  /** Starts one that opens what a blob stands for, says so, and holds it until it is killed. */
  static Child holding(Path root, ByteBuffer blob) throws IOException {
    byte[] bytes = new byte[blob.remaining()];
    blob.duplicate().get(bytes);
    return start(root.toString(), HexFormat.of().formatHex(bytes));
  }

  private static Child start(String... arguments) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path,
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return new Child(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Returns the next blob that was put or opened, or null at the end. */
  @Nullable ByteBuffer next() throws IOException {
    String line = said.readLine();
    return line == null ? null : ByteBuffer.wrap(HexFormat.of().parseHex(line));
  }

  /** Ends it as the system would. What it has said can still be read. */
  void kill() throws InterruptedException {
    // The process itself would close what it has said.
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** Waits for it, and returns what it ended with. */
  int end() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The process. */
  static final class Main {
    public static void main(String[] args) throws IOException {
      Folders folders = new Folders(Path.of(args[0]));
      if (args.length == 2) {
        hold(folders, ByteBuffer.wrap(HexFormat.of().parseHex(args[1])));
        return;
      }
      long from = Long.parseLong(args[1]);
      for (long seed = from; seed < from + Integer.parseInt(args[2]); seed++) {
        say(folders.put(Content.of(seed), Texts.CODEC));
      }
    }

    private static void hold(Folders folders, ByteBuffer blob) {
      Map<String, String> opened = folders.open(blob, Texts.CODEC);
      say(blob);
      while (opened != null && !opened.isEmpty()) {
        LockSupport.parkNanos(TimeUnit.HOURS.toNanos(1));
      }
    }

    private static void say(ByteBuffer blob) {
      byte[] bytes = new byte[blob.remaining()];
      blob.duplicate().get(bytes);
      System.out.println(HexFormat.of().formatHex(bytes));
      System.out.flush();
    }
  }
}
