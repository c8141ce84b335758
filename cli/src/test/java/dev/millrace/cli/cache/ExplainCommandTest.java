package dev.millrace.cli.cache;

import static dev.millrace.cli.cache.SampleCache.key;
import static dev.millrace.cli.cache.SampleCache.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.cli.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
  @TempDir Path folder;

  private SampleCache typical() throws IOException {
    return SampleCache.typical(folder);
  }

  @Test
  void comparesTheLatestTwoOfANode() throws IOException {
    Golden.check("explain-node", typical().run("explain", "encoding").good());
  }

  @Test
  void comparesASignatureWithWhatWasStoredBeforeIt() throws IOException {
    SampleCache cache = typical();
    assertEquals(cache.run("explain", "tokens").good(), cache.run("explain", "1715").good());
    assertTrue(cache.run("explain", "78dde6e5").good().contains("compared with tokens daa66d2c"));
  }

  @Test
  void comparesTwoSignaturesEvenOfDifferentNodes() throws IOException {
    Golden.check("explain-two", typical().run("explain", "9e37", "daa6").good());
  }

  @Test
  void aNodeWhoseNameCouldBeASignatureIsANode() throws IOException {
    SampleCache cache = typical();
    cache.put(
        cache.entry(6, "face", 1, 1, 9, part("the code of face", 1)),
        cache.entry(7, "face", 1, 1, 8, part("the code of face", 2)));
    assertTrue(cache.run("explain", "face").good().contains("the code of face changed"));
  }

  @Test
  void explainsWhatIsInTheLedgerThoughItsBytesAreGone() throws IOException {
    SampleCache cache = typical();
    cache.remove(1);
    assertTrue(cache.run("explain", "encoding").good().contains("the code of encoding changed"));
  }

  @Test
  void saysThatThereIsNothingToCompareWith() throws IOException {
    SampleCache cache = typical();
    assertEquals(
        "nothing of encoding was stored before "
            + key(1)
            + "; give the signature to compare it with",
        cache.run("explain", "9e37").refused());
    assertEquals(
        "both are " + key(1) + "; give two that differ",
        cache.run("explain", "9e37", "9e").refused());
  }

  @Test
  void namesTheNodesWhereThereIsNoSuch() throws IOException {
    assertEquals(
        "there is no node \"encodings\" in " + folder + "; it knows encoding, tokens",
        typical().run("explain", "encodings").refused());
    assertTrue(typical().run("explain", "f00d").refused().startsWith("no signature in"));
  }

  @Test
  void saysThatTheLedgerKnowsNothing() throws IOException {
    SampleCache cache = typical();
    cache.blobs(cache.entry(6, "encoding", 10, 1, 1));
    assertEquals(
        "the ledger has no entry of " + key(6) + ", so nothing is known of what it is made of",
        cache.run("explain", key(6).toString()).refused());
  }

  @Test
  void saysThatThereIsNoLedger() throws IOException {
    SampleCache cache = new SampleCache(folder);
    cache.blobs(cache.entry(1, "encoding", 10, 1, 1));
    var before = cache.content();
    assertTrue(
        cache.run("explain", "encoding").refused().startsWith("there is no ledger in " + folder));
    assertEquals(before, cache.content());
  }
}
