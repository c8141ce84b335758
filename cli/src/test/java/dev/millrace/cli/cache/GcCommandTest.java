package dev.millrace.cli.cache;

import static dev.millrace.cli.cache.SampleCache.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.cli.Golden;
import dev.millrace.cli.Invocation;
import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.cache.ledger.Ledger;
import dev.millrace.runtime.cache.pack.PackStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GcCommandTest {
  @TempDir Path folder;

  /** Ten results that cost the same, the first of them used least lately. */
  private SampleCache ten() throws IOException {
    SampleCache cache = new SampleCache(folder);
    for (int i = 0; i < 10; i++) {
      cache.put(cache.entry(i, "encoding", 900, 10, 20 - i));
    }
    return cache;
  }

  private boolean[] there() throws IOException {
    boolean[] there = new boolean[10];
    try (PackStore store = new PackStore(folder)) {
      for (int i = 0; i < there.length; i++) {
        there[i] = store.contains(key(i));
      }
    }
    return there;
  }

  @Test
  void letsGoOfTheOldestAndGivesTheirRoomBack() throws IOException {
    SampleCache cache = ten();
    Golden.check("gc", cache.run("gc", "--limit", "8kB").good());
    boolean[] there = there();
    for (int i = 0; i < there.length; i++) {
      assertEquals(i >= 5, there[i], "the result " + i);
    }
    assertEquals(0, cache.run("verify").code(), "the ledger forgot them too");
  }

  @Test
  void saysWhatItWouldDoAndDoesNothing() throws IOException {
    SampleCache cache = ten();
    var before = cache.content();
    Golden.check("gc-dry-run", cache.run("gc", "--limit", "8kB", "--dry-run").good());
    assertEquals(before, cache.content());
    assertTrue(there()[0]);
  }

  @Test
  void withoutALimitItLetsGoOfNothing() throws IOException {
    SampleCache cache = ten();
    cache.remove(0, 1, 2, 3, 4);
    Golden.check("gc-no-limit", cache.run("gc").good());
    assertTrue(there()[9]);
  }

  @Test
  void whatFitsStays() throws IOException {
    SampleCache cache = ten();
    assertTrue(cache.run("gc", "--limit", "1GB").good().startsWith("let go of 0 results, 0 B;"));
    assertTrue(there()[0]);
  }

  @Test
  void aLimitOfNothingLetsGoOfAll() throws IOException {
    SampleCache cache = ten();
    Golden.check("gc-all", cache.run("gc", "--limit", "0").good());
  }

  @Test
  void withoutALedgerTheOldestGoAndNoneIsMade() throws IOException {
    SampleCache cache = new SampleCache(folder);
    Entry[] entries = new Entry[10];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = cache.entry(i, "encoding", 900, 1, 1);
    }
    cache.blobs(entries);
    String out = cache.run("gc", "--limit", "8kB").good();
    assertTrue(out.startsWith("let go of 5 results"), out);
    assertTrue(Files.notExists(folder.resolve(Ledger.FILE)));
  }

  @Test
  void leavesWhatAnotherIsWriting() throws IOException {
    try (PackStore writer = new PackStore(folder)) {
      SampleCache cache = new SampleCache(folder);
      writer.put(List.of(new Blob(key(1), ByteBuffer.allocate(1000))));
      writer.remove(List.of(key(1)));
      writer.put(List.of(new Blob(key(2), ByteBuffer.allocate(10))));
      Invocation done = cache.run("gc", "--limit", "1GB");
      assertEquals(0, done.code(), done.err());
      assertTrue(writer.contains(key(2)));
      assertFalse(writer.contains(key(1)));
    }
  }

  @Test
  void refusesASizeThatIsNone() throws IOException {
    String said = ten().run("gc", "--limit", "10 apples").refused();
    assertTrue(said.contains("\"10 apples\" is no size; write bytes, or a number and a"), said);
    assertTrue(there()[0]);
  }
}
