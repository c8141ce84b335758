package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.Cache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever befalls the folder of a cache, runs give what they would without one. */
@Timeout(3600)
final class CacheFaultsTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int ROUNDS = LONG ? 200 : 12;
  private static final int OPENINGS = LONG ? 5_000 : 200;

  /** Nodes that run for one seed: two lists, a text, and an item of a map each of twenty times. */
  private static final int EACH = 23;

  private static final Program STORING = Program.of("storing");

  @TempDir Path parent;

  private Path folder() {
    return parent.resolve("cache");
  }

  private Cache cache() {
    return Cache.at(folder()).frontLimit(0);
  }

  /** Returns how many nodes ran; what they give is looked at. */
  private static int runs(CompilerUnderTest compiler, Cache cache, int from, int to)
      throws Exception {
    return (int) STORING.run(compiler, "StoringScenarios.runs", cache, from, to);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Changes a bit where the file lies, whoever has it open. */
  private static void flip(Path file, Random random) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (channel.size() > 0) {
        long at = (long) (random.nextDouble() * channel.size());
        ByteBuffer one = ByteBuffer.allocate(1);
        channel.read(one, at);
        one.put(0, (byte) (one.get(0) ^ 1 << random.nextInt(Byte.SIZE))).rewind();
        channel.write(one, at);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBitThatFlipsInAnyFileBetweenRunsCostsNoRightResult(CompilerUnderTest compiler)
      throws Exception {
    Random random = new Random(1);
    runs(compiler, cache(), 0, 10);
    for (int round = 0; round < ROUNDS; round++) {
      for (Path file : files()) {
        flip(file, random);
      }
      runs(compiler, cache(), 0, 10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsCutBetweenRunsCostsNoRightResult(CompilerUnderTest compiler) throws Exception {
    Random random = new Random(2);
    runs(compiler, cache(), 0, 10);
    for (int round = 0; round < ROUNDS; round++) {
      for (Path file : files()) {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length + 1)));
      }
      runs(compiler, cache(), 0, 10);
    }
  }

  /** Runs go on in another thread while something is done. */
  private void during(CompilerUnderTest compiler, Act act) throws Exception {
    FutureTask<Integer> runs =
        new FutureTask<>(
            (Callable<Integer>)
                () -> {
                  int ran = 0;
                  for (int round = 0; round < ROUNDS * 2; round++) {
                    ran += runs(compiler, cache(), 0, 5 + round % 10);
                  }
                  return ran;
                });
    Thread thread = new Thread(runs);
    thread.start();
    while (thread.isAlive()) {
      act.once();
    }
    int ran = runs.get();
    assertTrue(ran >= 2 * EACH, () -> "what nobody had ran: " + ran);
  }

  /** Something that is done over and over. */
  @FunctionalInterface
  private interface Act {
    void once() throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void aBitThatFlipsDuringARunCostsNoRightResult(CompilerUnderTest compiler) throws Exception {
    Random random = new Random(3);
    runs(compiler, cache(), 0, 1);
    during(
        compiler,
        () -> {
          List<Path> files = filesThatMayGo();
          for (Path file : files) {
            // SQLite takes its journal for whole; a ledger is closed to flips only.
            if (!file.getFileName().toString().startsWith("ledger")) {
              flipIfThere(file, random);
            }
          }
          Thread.yield();
        });
  }

  private static void flipIfThere(Path file, Random random) throws IOException {
    try {
      flip(file, random);
    } catch (NoSuchFileException e) {
      // The run has removed it.
      return;
    }
  }

  private List<Path> filesThatMayGo() {
    try {
      return files();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatIsRemovedOrReplacedDuringARunCostsNoRightResult(CompilerUnderTest compiler)
      throws Exception {
    Path other = parent.resolve("other");
    runs(compiler, Cache.at(other).frontLimit(0), 3, 20);
    runs(compiler, cache(), 0, 1);
    int[] times = {0};
    during(
        compiler,
        () -> {
          Path aside = parent.resolve("aside " + times[0]++);
          if (Files.exists(folder())) {
            Files.move(folder(), aside, StandardCopyOption.ATOMIC_MOVE);
            if (times[0] == 2) {
              Files.move(other, folder(), StandardCopyOption.ATOMIC_MOVE);
            }
          }
          Thread.yield();
        });
    runs(compiler, cache(), 0, 5);
    assertEquals(0, runs(compiler, cache(), 0, 5), "and it is a cache again");
  }

  @ParameterizedTest
  @EnumSource
  void aDiskThatIsFullInTheMiddleOfARunCostsNoRightResult(CompilerUnderTest compiler)
      throws Exception {
    Files.createDirectory(folder());
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder().toString()),
        "this user may mount no file system, so no disk can be filled");
    try (Warned warned = new Warned()) {
      assertEquals(
          200 * EACH, STORING.run(compiler, "StoringScenarios.largeRuns", cache(), 0, 200));
      assertTrue(
          (int) STORING.run(compiler, "StoringScenarios.largeRuns", cache(), 0, 200) < 200 * EACH,
          "what was stored before it was full is there");
      warned.assertOncePerKind(2);
    } finally {
      run("umount", "-l", folder().toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatIsReadOnlyIsUsed(CompilerUnderTest compiler) throws Exception {
    Files.createDirectory(folder());
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder().toString()),
        "this user may mount no file system, so none is read-only");
    try {
      runs(compiler, cache(), 0, 5);
      assertTrue(run("mount", "-o", "remount,ro", folder().toString()));
      try (Warned warned = new Warned()) {
        assertEquals(0, runs(compiler, cache(), 0, 5));
        assertEquals(5 * EACH, runs(compiler, cache(), 0, 10), "what is not there is computed");
        warned.assertOncePerKind(2);
      }
    } finally {
      run("umount", "-l", folder().toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void clocksDoNotMatter(CompilerUnderTest compiler) throws Exception {
    runs(compiler, cache(), 0, 5);
    for (Duration away : List.of(Duration.ofDays(4000), Duration.ofDays(-4000))) {
      for (Path file : files()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(away)));
      }
      assertEquals(0, runs(compiler, cache(), 0, 5));
    }
    assertEquals(0, runs(compiler, cache().limit(100_000_000), 0, 5));
  }

  @ParameterizedTest
  @EnumSource
  void openingsLeaveNothingOpen(CompilerUnderTest compiler) throws Exception {
    Path open = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(open), "this system does not tell what a process has open");
    STORING.run(compiler, "StoringScenarios.opened", cache(), 20);
    long before = settled(open);
    int threads = Thread.getAllStackTraces().size();
    STORING.run(compiler, "StoringScenarios.opened", cache(), OPENINGS);
    long after = settled(open);
    assertTrue(after <= before + 10, () -> before + " descriptors became " + after);
    int now = Thread.getAllStackTraces().size();
    assertTrue(now <= threads + 5, () -> threads + " threads became " + now);
  }

  /** Folders that were opened are closed when nobody can reach what was read. */
  private static long settled(Path open) throws IOException {
    long least = Long.MAX_VALUE;
    for (int same = 0; same < 3; ) {
      System.gc();
      System.runFinalization();
      long now = count(open);
      same = now < least ? 0 : same + 1;
      least = Math.min(least, now);
    }
    return least;
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPipelineThatIsClosedDoesNotCloseTheCacheOfAnother(CompilerUnderTest compiler)
      throws Exception {
    assertEquals(21 * EACH, STORING.run(compiler, "StoringScenarios.oneIsClosed", cache()));
    assertEquals(0, runs(compiler, cache(), 0, 21));
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptWhileResultsAreStoredHarmsNoneOfThem(CompilerUnderTest compiler)
      throws Exception {
    STORING.built(compiler); // Compilers do not stand interrupts.
    for (int round = 0; round < ROUNDS; round++) {
      int from = round * 3;
      FutureTask<Integer> task =
          new FutureTask<>(
              () ->
                  (Integer)
                      STORING.run(compiler, "StoringScenarios.runs", cache(), from, from + 3));
      Thread thread = new Thread(task);
      thread.start();
      Random random = new Random(round);
      for (int times = 10; times > 0 && thread.isAlive(); times--) {
        long until = System.nanoTime() + random.nextInt(2_000_000);
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
        thread.interrupt();
      }
      try {
        task.get();
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        assertTrue(isInterrupt(cause), () -> "not for the interrupt: " + cause);
      }
      runs(compiler, cache(), from, from + 3);
      assertEquals(0, runs(compiler, cache(), from, from + 3));
    }
  }

  private static boolean isInterrupt(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof InterruptedException
          || String.valueOf(each.getMessage()).contains("interrupt")) {
        return true;
      }
    }
    return false;
  }
}
