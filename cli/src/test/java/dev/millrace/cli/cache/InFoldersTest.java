package dev.millrace.cli.cache;

import static dev.millrace.cli.cache.SampleCache.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.cli.Invocation;
import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.cache.disk.DiskStore;
import dev.millrace.runtime.cache.folder.Folders;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that are folders, by every command. */
final class InFoldersTest {
  private static final int LARGE = 50_000;

  @TempDir Path folder;

  /** A text in a file. */
  private static final class InFile implements FolderCodec<String> {
    @Override
    public void write(Path folder, String value) throws IOException {
      Files.writeString(folder.resolve("text"), value);
    }

    @Override
    public String open(Path folder) throws IOException {
      return Files.readString(folder.resolve("text"));
    }

    @Override
    public String schema() {
      return "text in a file";
    }
  }

  /** Three results; the second is a folder. */
  private String three(SampleCache cache) throws IOException {
    cache.put(cache.entry(1, "tokens", 100, 1, 3));
    String digest;
    try (DiskStore store = new DiskStore(folder)) {
      ByteBuffer blob = store.folders().put("i".repeat(LARGE), new InFile());
      digest = Folders.digest(blob);
      store.put(List.of(new Blob(key(2), blob)));
    }
    cache.entries(cache.entry(2, "index", LARGE, 1, 2));
    cache.put(cache.entry(3, "tokens", 100, 1, 1));
    return digest;
  }

  private Path text(String digest) {
    return folder.resolve("folders").resolve(digest).resolve("text");
  }

  @Test
  void areAsLargeAsTheirFiles() throws IOException {
    SampleCache cache = new SampleCache(folder);
    String digest = three(cache);
    String first = cache.run("ls", "--sort", "bytes", "--limit", "1").good();
    assertTrue(first.contains("index  50.2 kB") || first.contains("index  50.3 kB"), first);
    String stats = cache.run("stats").good();
    assertTrue(stats.contains("1 pack and 1 folder, 50."), stats);
    assertTrue(stats.contains(", 0 B of it unreachable"), stats);
    String json = cache.run("stats", "--json").good();
    assertTrue(json.contains("\"folders\":1,\"folder_bytes\":50000"), json);
    String shown = cache.run("show", key(2).toString()).good();
    assertTrue(shown.contains("bytes      50,000, which take 50."), shown);
    assertTrue(shown.contains("folder     " + digest), shown);
    assertFalse(shown.contains("head  "), shown);
    assertTrue(cache.run("verify").good().contains("; and 1 folder, 50.0 kB"));
  }

  @Test
  void areReadByVerifyToTheLastBit() throws IOException {
    SampleCache cache = new SampleCache(folder);
    String digest = three(cache);
    SampleCache.spoil(text(digest), 40_000);
    Invocation done = cache.run("verify");
    assertEquals(1, done.code());
    String said = "its folder is gone or damaged: " + key(2) + " in " + digest;
    assertTrue(done.out().contains(said), done.out());
    assertEquals(1, cache.run("show", key(2).toString()).code());
    Invocation repaired = cache.run("verify", "--repair");
    assertEquals(0, repaired.code(), repaired.out());
    assertTrue(repaired.out().contains("1 result without a whole folder"), repaired.out());
    assertTrue(cache.run("verify").good().contains("the cache is whole"));
    try (DiskStore store = new DiskStore(folder)) {
      assertTrue(store.contains(key(1)) && store.contains(key(3)) && !store.contains(key(2)));
    }
  }

  @Test
  void areDamagedWhereTheFolderIsGone() throws IOException {
    SampleCache cache = new SampleCache(folder);
    String digest = three(cache);
    Files.delete(text(digest));
    Files.delete(text(digest).getParent());
    assertEquals(1, cache.run("verify").code());
    assertEquals(0, cache.run("verify", "--repair").code());
  }

  @Test
  void goWithTheirFoldersWhereThereIsALimit() throws IOException {
    SampleCache cache = new SampleCache(folder);
    String digest = three(cache);
    assertTrue(
        cache.run("gc", "--limit", "10kB", "--dry-run").good().startsWith("would let go of 1 r"));
    assertTrue(Files.exists(text(digest)));
    String out = cache.run("gc", "--limit", "10kB").good();
    assertTrue(out.startsWith("let go of 1 result, 50."), out);
    assertTrue(out.contains("; gave back 50."), out);
    assertTrue(Files.notExists(text(digest)));
    assertEquals(0, cache.run("verify").code());
  }

  @Test
  void whatNothingStandsForIsUnreachableAndStaysForAnHour() throws IOException {
    SampleCache cache = new SampleCache(folder);
    String digest = three(cache);
    cache.remove(2);
    String stats = cache.run("stats").good();
    assertTrue(stats.contains("50.") && stats.contains("kB of it unreachable"), stats);
    cache.run("gc").good();
    assertTrue(Files.exists(text(digest)), "another process may be about to store its result");
  }
}
