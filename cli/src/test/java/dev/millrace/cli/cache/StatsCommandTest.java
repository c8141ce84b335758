package dev.millrace.cli.cache;

import static dev.millrace.cli.cache.SampleCache.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.cli.Golden;
import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.cache.pack.PackStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatsCommandTest {
  @TempDir Path folder;

  private static JsonNode json(SampleCache cache) throws IOException {
    return new ObjectMapper().readTree(cache.run("stats", "--json").good());
  }

  @Test
  void sumsUpEachNodeAndAll() throws IOException {
    Golden.check("stats", SampleCache.typical(folder).run("stats").good());
  }

  @Test
  void tellsWhatIsLeftOverWhatIsUnknownAndWhatIsGone() throws IOException {
    SampleCache cache = SampleCache.typical(folder);
    cache.remove(1, 3);
    cache.blobs(cache.entry(6, "encoding", 500, 1, 1));
    Golden.check("stats-left", cache.run("stats").good());
  }

  @Test
  void allRoomIsOfResultsOfPacksOrOfNobody() throws IOException {
    SampleCache cache = SampleCache.typical(folder);
    JsonNode before = json(cache);
    assertEquals(0, before.get("unreachable_bytes").asLong());
    assertEquals(
        Files.size(cache.packs().get(0)), before.get("pack_bytes").asLong(), "of the only pack");
    cache.remove(1);
    JsonNode after = json(cache);
    long tombstone = 64;
    assertEquals(1664 + tombstone, after.get("unreachable_bytes").asLong());
    assertEquals(1, after.get("dangling").asLong());
    assertEquals(before.get("pack_bytes").asLong() + tombstone, after.get("pack_bytes").asLong());
  }

  @Test
  void printsJson() throws IOException {
    JsonNode root = json(SampleCache.typical(folder));
    assertEquals(2, root.get("nodes").size());
    JsonNode encoding = root.get("nodes").get(0);
    assertEquals("encoding", encoding.get("node").asText());
    assertEquals(2, encoding.get("results").asInt());
    assertEquals(3328, encoding.get("bytes").asInt());
    assertEquals(3900.5, encoding.get("cost_ms").asDouble());
    assertEquals("2026-11-20T23:00:00Z", encoding.get("oldest_use").asText());
    assertEquals("2026-11-21T11:00:00Z", encoding.get("newest_use").asText());
    assertEquals(5, root.get("results").asInt());
    assertEquals(1, root.get("packs").asInt());
    assertTrue(root.get("ledger").asBoolean());
    assertEquals(0, root.get("without_entry").asInt());
  }

  @Test
  void countsThePacksOfAllWhoWrite() throws IOException {
    SampleCache cache = SampleCache.typical(folder);
    try (PackStore other = new PackStore(folder)) {
      other.put(List.of(new Blob(key(8), ByteBuffer.allocate(10))));
      cache.put(cache.entry(9, "tokens", 10, 1, 1));
      JsonNode root = json(cache);
      assertEquals(2, root.get("packs").asInt(), "one of them is being written");
      assertEquals(7, root.get("results").asInt());
      assertEquals(1, root.get("without_entry").asInt());
      assertEquals(0, root.get("unreachable_bytes").asInt());
    }
  }

  @Test
  void anEmptyCacheHasNoTable() throws IOException {
    SampleCache cache = new SampleCache(folder);
    cache.entries(cache.entry(1, "encoding", 1, 1, 1));
    Golden.check("stats-empty", cache.run("stats").good());
  }

  @Test
  void doesWithoutALedger() throws IOException {
    SampleCache cache = new SampleCache(folder);
    cache.blobs(cache.entry(1, "encoding", 100, 1, 1));
    Golden.check("stats-no-ledger", cache.run("stats").good());
    assertFalse(json(cache).get("ledger").asBoolean());
  }

  @Test
  void sumsUpThousands() throws IOException {
    SampleCache cache = new SampleCache(folder);
    Entry[] entries = new Entry[4000];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = cache.entry(i, "node" + i % 3, 64, 60_000, i % 100);
    }
    cache.put(entries);
    Golden.check("stats-thousands", cache.run("stats").good());
  }
}
