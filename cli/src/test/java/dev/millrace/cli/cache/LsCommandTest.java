package dev.millrace.cli.cache;

import static dev.millrace.cli.cache.SampleCache.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.cli.Golden;
import dev.millrace.cli.Invocation;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LsCommandTest {
  @TempDir Path folder;

  private SampleCache typical() throws IOException {
    return SampleCache.typical(folder);
  }

  private static List<String> column(String out, int column) {
    return out.lines()
        .filter(line -> line.matches("[0-9a-f]{8} .*"))
        .map(line -> line.split(" {2,}")[column])
        .toList();
  }

  @Test
  void listsTheLastUsedFirst() throws IOException {
    Golden.check("ls", typical().run("ls").good());
  }

  @Test
  void sortsByRoomCostAndTime() throws IOException {
    SampleCache cache = typical();
    Golden.check("ls-bytes", cache.run("ls", "--sort", "bytes").good());
    Golden.check("ls-cost", cache.run("ls", "--sort", "COST").good());
    Golden.check("ls-stored", cache.run("ls", "--sort", "stored").good());
  }

  @Test
  void listsOneNodeAndSoManyAtMost() throws IOException {
    Golden.check("ls-limit", typical().run("ls", "--node", "tokens", "--limit", "2").good());
  }

  @Test
  void namesTheNodesWhereThereIsNoSuch() throws IOException {
    assertEquals(
        "there is no node \"token\" in " + folder + "; it knows encoding, tokens",
        typical().run("ls", "--node", "token").refused());
  }

  @Test
  void printsJson() throws IOException {
    JsonNode root =
        new ObjectMapper().readTree(typical().run("ls", "--json", "--limit", "1").good());
    assertEquals(5, root.get("found").asInt());
    assertEquals(1, root.get("results").size());
    JsonNode first = root.get("results").get(0);
    assertEquals(key(5).toString(), first.get("signature").asText());
    assertEquals("tokens", first.get("node").asText());
    assertEquals(64, first.get("bytes").asInt(), "a head, and no bytes");
    assertEquals(1.25, first.get("cost_ms").asDouble());
    assertEquals("2026-11-21T11:00:00Z", first.get("stored").asText());
    assertEquals("2026-11-21T11:30:00Z", first.get("used").asText());
  }

  @Test
  void listsWhatThePacksHaveWhereThereIsNoLedger() throws IOException {
    SampleCache cache = new SampleCache(folder);
    cache.blobs(cache.entry(1, "encoding", 100, 1, 1));
    String out = cache.run("ls").good();
    assertEquals(List.of("-"), column(out, 1), out);
    JsonNode result =
        new ObjectMapper().readTree(cache.run("ls", "--json").good()).get("results").get(0);
    assertTrue(result.get("node").isNull() && result.get("cost_ms").isNull());
    assertTrue(result.get("used").isNull() && !result.get("stored").isNull());
    assertTrue(Files.notExists(folder.resolve(Ledger.FILE)));
  }

  @Test
  void warnsOfALedgerThatCannotBeReadAndLeavesIt() throws IOException {
    SampleCache cache = typical();
    Files.writeString(folder.resolve(Ledger.FILE), "no database".repeat(1000));
    var before = cache.content();
    Invocation done = cache.run("ls");
    assertEquals(0, done.code());
    assertEquals(5, column(done.out(), 0).size(), done.out());
    assertTrue(done.err().contains("not a database"), done.err());
    assertEquals(1, done.err().lines().count(), done.err());
    assertEquals(before, cache.content());
  }

  @Test
  void anEmptyCacheHasNoResults() throws IOException {
    SampleCache cache = new SampleCache(folder);
    cache.entries(cache.entry(1, "encoding", 1, 1, 1));
    assertEquals(String.format("0 results, 0 B%n"), cache.run("ls").good(), "entries are none");
    cache.blobs();
    assertEquals(String.format("0 results, 0 B%n"), cache.run("ls").good());
  }

  @Test
  void signaturesAreAsLongAsTellsThemApart() throws IOException {
    SampleCache cache = new SampleCache(folder);
    Entry one = cache.entry(1, "encoding", 10, 1, 1);
    Entry near =
        new Entry(
            new Signature(one.key().high() ^ 0x10, one.key().low()),
            "encoding",
            one.stored(),
            1,
            10,
            one.used(),
            List.of());
    cache.put(one, near);
    String out = cache.run("ls").good();
    assertTrue(out.contains(one.key().toString().substring(0, 15) + "  "), out);
    assertTrue(out.contains(near.key().toString().substring(0, 15) + "  "), out);
  }

  @Test
  void listsThousands() throws IOException {
    SampleCache cache = new SampleCache(folder);
    Entry[] entries = new Entry[5000];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = cache.entry(i, "node" + i % 7, i % 300, i % 50, i);
    }
    cache.put(entries);
    String out = cache.run("ls").good();
    assertEquals(5002, out.lines().count());
    assertTrue(out.contains("5,000 results"), "the last line");
    String few = cache.run("ls", "--node", "node3", "--limit", "10").good();
    assertTrue(few.contains("10 of 714 results"), few);
  }

  @Test
  void refusesALimitThatIsNone() throws IOException {
    assertEquals(
        "--limit is 0; it must be at least 1 (--help lists the options)",
        typical().run("ls", "--limit", "0").refused());
    String order = typical().run("ls", "--sort", "size").refused();
    assertTrue(order.contains("'--sort'") && order.contains("'size'"), order);
    assertTrue(order.contains("[USED, BYTES, COST, STORED] (case-insensitive)"), order);
  }
}
