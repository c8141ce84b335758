package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.cache.disk.DiskStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that run a pipeline on one cache, and are killed, or are two at once. */
@Timeout(3600)
@Tag("once")
final class CacheKillTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int KILLS = LONG ? 100 : 10;
  private static final int ENDLESS = 1_000_000;
  private static final Program STORING = Program.of("storing");

  @TempDir Path folder;

  private Path classes(CompilerUnderTest compiler) throws Exception {
    return STORING.built(compiler).saveTo(Files.createDirectory(folder.resolve("classes")));
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private static int seed(String line) {
    return Integer.parseInt(line.substring("done ".length()));
  }

  /** The next process finds all that the killed one had said; what it computes is right. */
  @ParameterizedTest
  @EnumSource
  void aRunThatIsKilledAtAnyMomentLosesNothingThatItHad(CompilerUnderTest compiler)
      throws Exception {
    Path classes = classes(compiler);
    Random random = new Random(7);
    int there = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      try (Victim victim = Victim.start(classes, cache(), there, ENDLESS)) {
        assertEquals("again 0", victim.next(), "after " + kill + " kills, of " + there);
        for (int lines = random.nextInt(8); lines > 0; lines--) {
          there = seed(victim.next()) + 1;
        }
        long until = System.nanoTime() + random.nextInt(20_000_000);
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
        victim.kill();
        List<String> rest = victim.rest();
        there = rest.isEmpty() ? there : seed(rest.get(rest.size() - 1)) + 1;
      }
    }
    try (Victim last = Victim.start(classes, cache(), there, there)) {
      assertEquals(List.of("again 0", "end"), last.rest());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProcessThatEndsWhileItWritesAFolderLeavesNone(CompilerUnderTest compiler) throws Exception {
    Path classes = classes(compiler);
    for (int file : List.of(0, 1, 19)) {
      Path cache = folder.resolve("cache " + file);
      try (Victim victim = Victim.start(classes, cache, 0, 1, "-Dstoring.haltInFolder=" + file)) {
        assertEquals(List.of("again 0"), victim.rest());
      }
      try (Victim next = Victim.start(classes, cache, 0, 2)) {
        assertEquals(List.of("again 0", "done 0", "done 1", "end"), next.rest());
      }
      try (Victim last = Victim.start(classes, cache, 2, 2)) {
        assertEquals(List.of("again 0", "end"), last.rest());
      }
      try (DiskStore store = new DiskStore(cache)) {
        store.reclaim();
        assertEquals(2, store.inFolders().size());
      }
      try (Stream<Path> left = Files.list(DiskStore.folders(cache))) {
        assertEquals(0, left.filter(each -> each.toString().endsWith(".new")).count());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoProcessesThatDoTheSameAtOnceBothDoItRight(CompilerUnderTest compiler) throws Exception {
    Path classes = classes(compiler);
    try (Victim one = Victim.start(classes, cache(), 0, 60);
        Victim other = Victim.start(classes, cache(), 0, 60)) {
      for (Victim each : List.of(one, other)) {
        List<String> said = each.rest();
        assertEquals("end", said.get(said.size() - 1));
      }
    }
    try (Victim last = Victim.start(classes, cache(), 60, 60)) {
      assertEquals(List.of("again 0", "end"), last.rest());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLedgerThatAnotherProcessHoldsCostsNoResult(CompilerUnderTest compiler) throws Exception {
    Path classes = classes(compiler);
    try (Victim first = Victim.start(classes, cache(), 0, 10)) {
      first.rest();
    }
    try (Connection ledger =
            DriverManager.getConnection("jdbc:sqlite:" + cache().resolve("ledger.sqlite"));
        Statement statement = ledger.createStatement()) {
      statement.execute("begin exclusive");
      try (Victim held = Victim.start(classes, cache(), 10, 20)) {
        List<String> said = held.rest();
        assertEquals("again 0", said.get(0));
        assertEquals("end", said.get(said.size() - 1));
      }
      statement.execute("rollback");
    }
    try (Victim last = Victim.start(classes, cache(), 20, 20)) {
      assertEquals(List.of("again 0", "end"), last.rest());
    }
  }
}
