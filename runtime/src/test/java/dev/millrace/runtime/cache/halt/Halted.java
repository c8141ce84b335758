package dev.millrace.runtime.cache.halt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** A process that goes through a script and is halted at one of its changes of the disk. */
public final class Halted {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));

  private Halted() {}

  /**
   * Runs one to its end.
   *
   * @param main takes the folder and the change, as {@link #halt} and {@link #folder} read them
   * @param at the change before which it ends; 0 if it is to come to its end
   */
  public static Told run(Class<?> main, Path folder, long at)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            main.getName(),
            folder.toString(),
            Long.toString(at));
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    Process process = builder.redirectError(log.toFile()).start();
    try {
      Told told = new Told(process.inputReader().lines().toList());
      assertEquals(
          told.isHalted() ? Halt.STATUS : 0, process.waitFor(), () -> told + "\n" + said(log));
      return told;
    } finally {
      process.destroyForcibly();
    }
  }

  private static String said(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Returns where a process is to be halted, from its arguments. */
  public static Halt halt(String[] arguments) {
    return new Halt(Long.parseLong(arguments[1]));
  }

  /** Returns the folder of a process, from its arguments. */
  public static Path folder(String[] arguments, Halt halt) {
    return new HaltingFileSystem(halt).getPath(arguments[0]);
  }

  /**
   * Returns at which of a script's changes to halt: each of them in the long ring, else some.
   *
   * @param whole what a process told that came to its end
   * @param few how many are some
   * @param least how many changes the script is to have, so that a test cannot become empty
   */
  public static LongStream changes(Told whole, int few, int least) {
    long all = whole.changes();
    assertTrue(all >= least, () -> all + " changes, and not at least " + least);
    return LONG || all <= few
        ? LongStream.rangeClosed(1, all)
        : LongStream.range(0, few).map(i -> 1 + i * (all - 1) / (few - 1));
  }
}
