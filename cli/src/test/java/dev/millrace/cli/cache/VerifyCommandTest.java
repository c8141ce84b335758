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

final class VerifyCommandTest {
  @TempDir Path folder;

  private SampleCache typical() throws IOException {
    return SampleCache.typical(folder);
  }

  private static void check(String golden, SampleCache cache, int code, Invocation done)
      throws IOException {
    Golden.check(golden, cache.timeless(done.out()));
    assertEquals(code, done.code());
  }

  @Test
  void aCacheThatIsWholeIsSoAndStaysAsItIs() throws IOException {
    SampleCache cache = typical();
    var before = cache.content();
    Golden.check("verify", cache.run("verify").good());
    Golden.check("verify", cache.run("verify", "--repair").good());
    assertEquals(before, cache.content(), "nothing was to be repaired");
  }

  @Test
  void namesWhatIsDamagedAndChangesNothing() throws IOException {
    SampleCache cache = typical();
    cache.spoil(2);
    var before = cache.content();
    Invocation done = cache.run("verify");
    assertEquals("", done.err());
    check("verify-damaged", cache, 1, done);
    assertEquals(before, cache.content());
  }

  @Test
  void forgetsWhatIsDamaged() throws IOException {
    SampleCache cache = typical();
    cache.spoil(2);
    check("verify-repaired", cache, 0, cache.run("verify", "--repair"));
    Golden.check("verify-after", cache.run("verify").good());
    assertTrue(cache.run("show", key(2).toString()).refused().startsWith("no signature in"));
    assertEquals(0, cache.run("show", key(1).toString()).code());
  }

  @Test
  void namesEntriesWhoseResultsAreGoneAndForgetsThem() throws IOException {
    SampleCache cache = typical();
    cache.remove(3);
    cache.entries(cache.entry(9, "tokens", 10, 1, 1));
    check("verify-dangling", cache, 1, cache.run("verify"));
    check("verify-dangling-repaired", cache, 0, cache.run("verify", "--repair"));
    assertEquals(0, cache.run("verify").code());
  }

  @Test
  void resultsWithoutEntriesAreWhole() throws IOException {
    SampleCache cache = typical();
    cache.blobs(cache.entry(6, "encoding", 10, 1, 1));
    Golden.check("verify-without-entry", cache.run("verify").good());
  }

  @Test
  void doesWithoutALedgerAndMakesNone() throws IOException {
    SampleCache cache = new SampleCache(folder);
    cache.blobs(cache.entry(1, "encoding", 100, 1, 1), cache.entry(2, "encoding", 100, 1, 1));
    assertFalse(cache.run("verify").good().contains("entry"));
    cache.spoil(1);
    assertEquals(1, cache.run("verify").code());
    assertEquals(0, cache.run("verify", "--repair").code());
    assertEquals(0, cache.run("verify").code());
    assertTrue(Files.notExists(folder.resolve(Ledger.FILE)));
  }

  @Test
  void aLedgerThatIsDamagedIsSetAside() throws IOException {
    SampleCache cache = typical();
    Files.writeString(folder.resolve(Ledger.FILE), "no database".repeat(1000));
    var before = cache.content();
    Invocation found = cache.run("verify");
    assertEquals(1, found.code());
    assertTrue(found.out().contains("not a database"), found.out());
    assertEquals(before, cache.content());
    assertEquals(0, cache.run("verify", "--repair").code());
    assertTrue(Files.exists(folder.resolve(Ledger.FILE + ".damaged")));
    assertTrue(cache.run("verify").good().contains("5 results without an entry"));
  }

  @Test
  void namesWhatIsNoPackAndLeavesIt() throws IOException {
    SampleCache cache = typical();
    Path mine = Files.writeString(folder.resolve("mine.pack"), "text");
    Invocation done = cache.run("verify", "--repair");
    check("verify-no-pack", cache, 1, done);
    assertTrue(done.err().contains("mine.pack is no pack that can be used"), done.err());
    assertEquals("text", Files.readString(mine));
  }

  /** All bytes of a pack but its name. */
  @Test
  void aPackThatIsAllDamagedIsToldByWhatItLost() throws IOException {
    SampleCache cache = typical();
    Files.write(cache.packs().get(0), new byte[4000]);
    Invocation done = cache.run("verify");
    assertEquals(1, done.code());
    assertEquals(5, done.out().lines().filter(line -> line.startsWith("entry without")).count());
    assertTrue(done.out().contains("no pack that can be used: "), done.out());
  }

  @Test
  void keepsAnotherThatIsWhole() throws IOException {
    SampleCache cache = new SampleCache(folder);
    try (PackStore other = new PackStore(folder)) {
      other.put(List.of(new Blob(key(2), ByteBuffer.allocate(10))));
      cache.put(cache.entry(1, "encoding", 100, 1, 1));
      cache.spoil(1);
      other.put(List.of(new Blob(key(1), ByteBuffer.allocate(100))));
    }
    assertEquals(2, cache.packs().size());
    check("verify-another", cache, 0, cache.run("verify", "--repair"));
    String shown = cache.run("show", "9e").good();
    assertTrue(shown.contains("encoding"), "its entry stays, too");
    assertTrue(shown.contains("0000  00 00"), "the whole one");
  }

  /** An index knows of it, and nothing else does. */
  @Test
  void findsADamagedHead() throws IOException {
    SampleCache cache = new SampleCache(folder);
    Entry[] entries = new Entry[2000];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = cache.entry(i, "n", 10, 1, 1);
    }
    cache.put(entries);
    cache.spoilHead(7);
    Invocation done = cache.run("verify");
    assertEquals(1, done.code());
    assertTrue(done.out().contains("damaged: " + key(7)), done.out());
    assertTrue(cache.run("show", key(7).toString()).out().contains("blob       damaged: "));
    assertEquals(0, cache.run("verify", "--repair").code());
    assertTrue(cache.run("show", key(7).toString()).refused().startsWith("no signature in"));
    assertEquals(0, cache.run("verify").code());
  }

  @Test
  void namesTwentyOfMany() throws IOException {
    SampleCache cache = new SampleCache(folder);
    Entry[] entries = new Entry[3000];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = cache.entry(i, "n", 10, 1, 1);
    }
    cache.entries(entries);
    cache.blobs();
    Invocation done = cache.run("verify", "--repair");
    assertEquals(0, done.code());
    assertEquals(24, done.out().lines().count(), done.out());
    assertTrue(done.out().contains("entry without a result: and 2,980 more"), done.out());
    assertTrue(done.out().contains("and 3,000 entries whose results are gone"), done.out());
  }
}
