package dev.millrace.cli.cache;

import static dev.millrace.cli.cache.SampleCache.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.cli.Golden;
import dev.millrace.cli.Invocation;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShowCommandTest {
  @TempDir Path folder;

  private SampleCache typical() throws IOException {
    return SampleCache.typical(folder);
  }

  @Test
  void showsAllThatIsKnown() throws IOException {
    Golden.check("show", typical().run("show", "3c6ef372").good());
  }

  @Test
  void aSignatureMayBeWholeOrShortAndInEitherCase() throws IOException {
    SampleCache cache = typical();
    String whole = cache.run("show", key(2).toString()).good();
    assertEquals(whole, cache.run("show", "3C6E").good());
    assertEquals(whole, cache.run("show", "3").good());
  }

  @Test
  void aResultWithoutBytesIsWhole() throws IOException {
    Golden.check("show-nothing", typical().run("show", key(5).toString()).good());
  }

  @Test
  void saysWhatItDoesNotKnowWithoutALedger() throws IOException {
    SampleCache cache = new SampleCache(folder);
    cache.blobs(cache.entry(1, "encoding", 10, 1, 1));
    String out = cache.run("show", "9e").good();
    assertTrue(out.contains("not known: the ledger has no entry"), out);
    assertFalse(out.contains("cost") || out.contains("last used"), out);
  }

  @Test
  void namesTheCandidatesOfAnAmbiguousSignature() throws IOException {
    SampleCache cache = new SampleCache(folder);
    Entry one = cache.entry(1, "encoding", 10, 1, 1);
    Entry near =
        new Entry(
            new Signature(one.key().high() + (1L << 40), 0),
            "tokens",
            one.stored(),
            1,
            10,
            one.used(),
            List.of());
    cache.put(one, near);
    assertEquals(
        "\"9e37\" is the beginning of 2 signatures: 9e3779b9 (encoding), 9e377ab9 (tokens); give"
            + " more digits",
        cache.run("show", "9e37").refused());
  }

  @Test
  void namesAFewOfManyCandidates() throws IOException {
    SampleCache cache = new SampleCache(folder);
    Entry[] entries = new Entry[1000];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = cache.entry(i, "n", 1, 1, 1);
    }
    cache.put(entries);
    String said = cache.run("show", "7").refused();
    assertTrue(
        said.matches(".*\"7\" is the beginning of 6\\d signatures: .* and 5\\d more;.*"), said);
  }

  @Test
  void namesTheNearestWhereThereIsNone() throws IOException {
    SampleCache cache = typical();
    assertEquals(
        "no signature in "
            + folder
            + " begins with \"3c6fff\", the nearest are 3c6ef372 (encoding); millrace cache ls"
            + " lists them",
        cache.run("show", "3c6fff").refused());
    assertEquals(
        "no signature in " + folder + " begins with \"f\"; millrace cache ls lists them",
        cache.run("show", "f").refused());
  }

  @Test
  void refusesWhatIsNoSignature() throws IOException {
    assertEquals(
        "\"tokens\" is no signature; give its first hexadecimal digits, up to 32",
        typical().run("show", "tokens").refused());
    assertTrue(typical().run("show", "0".repeat(33)).refused().contains("is no signature"));
  }

  @Test
  void saysThatItsBytesAreDamaged() throws IOException {
    SampleCache cache = typical();
    cache.spoil(2);
    Invocation shown = cache.run("show", "3c6ef372");
    assertEquals(1, shown.code());
    Golden.check("show-damaged", shown.out());
    assertTrue(shown.err().contains("is damaged: what it has for " + key(2)), shown.err());
    assertEquals(0, cache.run("show", "9e3779b9").code(), "the others are whole");
  }

  @Test
  void saysThatItsBytesAreGone() throws IOException {
    SampleCache cache = typical();
    cache.remove(2);
    Invocation shown = cache.run("show", "3c6ef372");
    assertEquals(1, shown.code());
    assertEquals("", shown.err());
    Golden.check("show-gone", shown.out());
  }

  @Test
  void printsJson() throws IOException {
    SampleCache cache = typical();
    JsonNode root = new ObjectMapper().readTree(cache.run("show", "3c6e", "--json").good());
    assertEquals(key(2).toString(), root.get("signature").asText());
    assertEquals("whole", root.get("state").asText());
    assertEquals(1600, root.get("length").asInt());
    assertEquals(1664, root.get("bytes").asInt());
    assertEquals("the code of encoding", root.get("parts").get(0).get("name").asText());
    assertEquals(
        SampleCache.part("code", 2).digest().toString(),
        root.get("parts").get(0).get("digest").asText());
    assertTrue(root.get("head").asText().startsWith("6120726573756c74"), "a result");
    cache.remove(2);
    JsonNode gone = new ObjectMapper().readTree(cache.run("show", "3c6e", "--json").out());
    assertEquals("missing", gone.get("state").asText());
    assertTrue(gone.get("head").isNull() && gone.get("length").isNull());
  }
}
