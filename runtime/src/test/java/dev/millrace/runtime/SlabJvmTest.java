package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the flags and properties of a JVM do to slabs: each test starts one. */
@Timeout(60)
class SlabJvmTest {
  private static final List<String> FLAGS =
      List.of(
          "--add-exports",
          "java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-exports",
          "java.base/jdk.internal.ref=ALL-UNNAMED");

  /** Nothing on the class path is called so. */
  private static final String NONE = "no such library";

  /** Writes to a slab, reads from it, and says where its memory came from. */
  static final class UsesASlab {
    public static void main(String[] args) {
      Slab slab = Slab.allocate(2, 3);
      slab.set(1, 2, 0.5f);
      System.out.println(slab.row(1).row(0)[2] + " from " + Slabs.memory());
    }
  }

  /** Leaves slabs open, some of them for good. */
  static final class LeavesSlabsOpen {
    public static void main(String[] args) {
      Slab.allocate(1, 1).close();
      Slab kept = Slab.allocate(2, 3);
      SlabPool pool = SlabPool.of(1 << 20);
      pool.slab(4, 5).release();
      forget(pool);
      while (!Slabs.open().get(1).lost()) {
        System.gc();
      }
      Slabs.open().forEach(System.out::println);
      kept.close();
    }

    private static void forget(SlabPool pool) {
      pool.slab(6, 7);
    }
  }

  /** Asks for what is open in a JVM that does not know. */
  static final class AsksInVain {
    public static void main(String[] args) {
      try {
        Slabs.open();
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  /** Reads at places that a row does not have. */
  static final class ReadsBesides {
    public static void main(String[] args) {
      Slab slab = Slab.allocate(2, 3);
      slab.set(1, 0, 0.5f);
      for (int column : new int[] {3, 6, Integer.MAX_VALUE}) {
        try {
          System.out.println(slab.get(0, column));
        } catch (IndexOutOfBoundsException e) {
          System.out.println("outside");
        }
      }
    }
  }

  @Test
  void aNewcomerWithoutFlagsGetsDirectBuffersAndHearsNothing() throws Exception {
    Said said = run(UsesASlab.class, NONE);
    assertEquals(
        "0.5 from direct: Chronicle Bytes lacks --add-exports java.base/sun.nio.ch=ALL-UNNAMED"
            + " --add-exports java.base/jdk.internal.ref=ALL-UNNAMED\n",
        said.out());
    assertEquals("", said.err());
  }

  @Test
  void withoutChronicleNothingOfItIsLoaded() throws Exception {
    Said said = run(UsesASlab.class, "chronicle-", FLAGS.toArray(String[]::new));
    assertEquals(
        "0.5 from direct: there is no net.openhft:chronicle-bytes on the class path\n", said.out());
    assertEquals("", said.err());
  }

  @Test
  void aChronicleThatDoesNotStartIsNoneAndSaysWhy() throws Exception {
    Said said = run(UsesASlab.class, "slf4j-api", FLAGS.toArray(String[]::new));
    assertEquals(
        "0.5 from direct: Chronicle Bytes does not start: java.lang.NoClassDefFoundError:"
            + " org/slf4j/Logger\n",
        said.out());
  }

  @Test
  void withItsFlagsItIsChronicle() throws Exception {
    Said said = run(UsesASlab.class, NONE, FLAGS.toArray(String[]::new));
    assertEquals("0.5 from chronicle: Chronicle Bytes has its flags\n", said.out());
  }

  @Test
  void whoInsistsOnChronicleIsToldTheOneFlagThatIsMissing() throws Exception {
    Said said =
        run(UsesASlab.class, NONE, FLAGS.get(0), FLAGS.get(1), "-Dmillrace.memory=chronicle");
    assertTrue(
        said.err()
            .contains(
                "-Dmillrace.memory=chronicle cannot be: Chronicle Bytes lacks --add-exports"
                    + " java.base/jdk.internal.ref=ALL-UNNAMED; add it, or take"
                    + " -Dmillrace.memory=chronicle away"),
        said.err());
  }

  @Test
  void theLeakReportNamesTheAllocations() throws Exception {
    Said said = run(LeavesSlabsOpen.class, NONE, "-Dmillrace.slab.leaks=true");
    List<String> heads = said.out().lines().filter(line -> line.startsWith("Slab")).toList();
    assertEquals(List.of("Slab[2, 3] is open, allocated", "Slab[6, 7] was lost, allocated"), heads);
    String lost = said.out().substring(said.out().indexOf("Slab[6, 7]"));
    assertTrue(lost.contains("at dev.millrace.runtime.SlabPool.slab("), lost);
    assertTrue(lost.contains("LeavesSlabsOpen.forget(SlabJvmTest.java:"), lost);
  }

  @Test
  void withoutTheLeakReportItSaysSoInsteadOfNothing() throws Exception {
    assertEquals(
        "which slabs are open is known only with -Dmillrace.slab.leaks=true; start the JVM with"
            + " it\n",
        run(AsksInVain.class, NONE).out());
  }

  @Test
  void boundsAreCheckedUnlessTheyAreSwitchedOff() throws Exception {
    assertEquals("outside\noutside\noutside\n", run(ReadsBesides.class, NONE).out());
    assertEquals(
        "0.5\noutside\noutside\n",
        run(ReadsBesides.class, NONE, "-Dmillrace.slab.bounds=false").out(),
        "another row of the same slab, but never outside of it");
  }

  private record Said(String out, String err) {}

  private static Said run(Class<?> main, String without, String... flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.add("-cp");
    command.add(classPath(without));
    command.add(main.getName());
    Path err = Files.createTempFile("slab", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    // They would put flags of the caller's into the tests' JVMs, and a line into what they say.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    try {
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return new Said(out.replace(System.lineSeparator(), "\n"), Files.readString(err));
    } finally {
      process.destroyForcibly();
      Files.delete(err);
    }
  }

  private static String classPath(String without) {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(entry -> !entry.contains(without))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
