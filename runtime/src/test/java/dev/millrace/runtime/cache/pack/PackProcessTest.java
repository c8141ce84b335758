package dev.millrace.runtime.cache.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.spi.Logs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes at one folder, and processes that are killed. */
@Timeout(1200)
final class PackProcessTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final long APART = 1_000_000_000L;

  @TempDir Path folder;

  private PackStore open() {
    return new PackStore(folder, 4 << 20, Duration.ZERO);
  }

  /** No acknowledged result is lost, and of the others each is there or is not. */
  @Test
  void aProcessThatIsKilledAtAnyPointLosesNothingThatItPut() throws Exception {
    Random random = new Random();
    int kills = LONG ? 200 : 20;
    long[] until = new long[kills];
    for (int kill = 0; kill < kills; kill++) {
      long from = kill * APART;
      try (Child child = Child.start(folder, from, Integer.MAX_VALUE)) {
        until[kill] = from;
        for (int batches = random.nextInt(40); batches > 0; batches--) {
          until[kill] = child.next();
        }
        until[kill] = child.kill(until[kill]);
      }
    }
    try (Logs logs = new Logs();
        PackStore store = open()) {
      for (int kill = 0; kill < kills; kill++) {
        long from = kill * APART;
        for (long key = from; key < until[kill] + 20; key++) {
          boolean isThere = Sample.isThere(store, key, Child.bytes(key));
          assertTrue(isThere || key >= until[kill], "the key " + key + " was put");
        }
      }
      store.reclaim();
      for (long key = 0; key < until[0]; key++) {
        assertTrue(Sample.isThere(store, key, Child.bytes(key)));
      }
      assertTrue(logs.at(Level.SEVERE).isEmpty());
    }
  }

  @Test
  void twoProcessesWriteAtOnceAndAThirdReadsBoth() throws Exception {
    try (Child one = Child.start(folder, 0, 150);
        Child other = Child.start(folder, 0, 150);
        PackStore reader = open()) {
      // Both put the same: duplicates do no harm.
      for (long end = one.next(); end >= 0; end = one.next()) {
        assertTrue(Sample.isThere(reader, end - 1, Child.bytes(end - 1)), "it was just put");
        long also = other.next();
        assertTrue(also < 0 || Sample.isThere(reader, also - 1, Child.bytes(also - 1)));
      }
      assertEquals(0, one.end());
      assertEquals(0, other.end());
    }
  }

  /** The system gives the lock back whatever ends the process: there is nothing stale. */
  @Test
  void thePackOfAKilledProcessIsGoneOnWith() throws Exception {
    try (Child child = Child.start(folder, 0, Integer.MAX_VALUE)) {
      child.next();
      try (PackStore store = open()) {
        store.put(List.of(Sample.blob(-1, "beside it")));
        assertEquals(2, Sample.files(folder, ".lock").size(), "a pack each");
      }
      child.kill(0);
    }
    int packs = Sample.files(folder, ".pack").size();
    try (Logs logs = new Logs();
        PackStore store = open()) {
      store.put(List.of(Sample.blob(-2, "after it")));
      assertEquals(packs, Sample.files(folder, ".pack").size());
      assertEquals("beside it", Sample.text(store, -1));
      assertEquals("after it", Sample.text(store, -2));
      assertTrue(logs.at(Level.WARNING).size() <= 1, "at most that it is torn");
    }
  }
}
