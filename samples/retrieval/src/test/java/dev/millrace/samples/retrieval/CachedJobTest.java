package dev.millrace.samples.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.runtime.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The main job with a cache and an encoder without a model, on the collection that ships with it.
 */
class CachedJobTest {
  private static final List<String> INDEXES = List.of("bm25Index", "denseIndex", "vectorIndex");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"INLINE", "STREAMED"})
  void anUnchangedJobComputesNothingThatIsStored(Engine engine) throws IOException {
    JsonNode plain = report("--engine", engine.name());
    JsonNode cold = cached("--engine", engine.name());
    JsonNode again = cached("--engine", engine.name());

    assertEquals(1, opened(cold));
    assertEquals(0, opened(again));
    for (JsonNode node : again.get("cache").get("nodes")) {
      assertEquals(0, node.get("misses").asInt(), again::toString);
    }
    assertEquals(248, hits(again, "encodedPassages.encodedPassage"));
    assertEquals(99, hits(again, "encodedQueries.encodedQuery"));
    INDEXES.forEach(index -> assertEquals(1, hits(again, index)));
    assertEquals(1, hits(again, "evaluation"));
    assertEquals(scores(plain), scores(cold));
    assertEquals(scores(plain), scores(again));
  }

  @Test
  void oneEngineFindsWhatTheOtherStored() throws IOException {
    cached("--engine", "INLINE");
    assertEquals(0, opened(cached("--engine", "STREAMED")));
  }

  @Test
  void whatWasFoundHasNoSpeed() throws IOException {
    JsonNode cold = cached();
    assertEquals(248, cold.get("encoder").get("passages_encoded").asInt());
    assertTrue(cold.get("encoder").get("passages_per_second").asDouble() > 0);

    JsonNode again = cached();
    JsonNode encoder = again.get("encoder");
    assertEquals("fake/32/0", encoder.get("id").asText());
    assertEquals(248, encoder.get("passages").asInt());
    assertEquals(0, encoder.get("passages_encoded").asInt());
    assertEquals(99, encoder.get("queries").asInt());
    assertEquals(0, encoder.get("queries_encoded").asInt());
    assertTrue(encoder.get("passages_per_second").isNull());
    assertTrue(encoder.get("ms_per_query").isNull());
    for (JsonNode method : again.get("methods")) {
      assertTrue(method.get("ms_per_query").isNull(), again::toString);
    }
  }

  @Test
  void theTableSaysWhatCameFromTheCache() {
    run("--cache", cache());
    Invocation again = run("--cache", cache());
    assertEquals(0, again.code(), again.err());
    assertTrue(
        again.out().contains("248 of 248 passages from the cache, 99 of 99 queries from the cache"),
        again.out());
    assertTrue(again.out().lines().anyMatch(line -> line.matches("bm25 .*\\d +cached")));
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"INLINE", "STREAMED"})
  void aChangedQueryOpensTheEncoderForItselfAndRebuildsNoIndex(Engine engine) throws IOException {
    cached("--engine", engine.name());
    Path edited = edited("queries.jsonl");
    JsonNode changed = cached("--engine", engine.name(), "--corpus", edited.toString());

    assertEquals(1, opened(changed));
    assertEquals(1, changed.get("encoder").get("queries_encoded").asInt());
    assertEquals(98, hits(changed, "encodedQueries.encodedQuery"));
    assertEquals(0, misses(changed, "encodedPassages.encodedPassage"));
    INDEXES.forEach(
        index -> {
          assertEquals(1, hits(changed, index));
          assertEquals(0, misses(changed, index));
        });
    assertEquals(List.of("queriesPath changed"), reasons(changed, "allQueries"));
    assertEquals(
        scores(report("--engine", engine.name(), "--corpus", edited.toString())), scores(changed));
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"INLINE", "STREAMED"})
  void aChangedPassageIsEncodedAloneAndTheIndexesAreRebuilt(Engine engine) throws IOException {
    cached("--engine", engine.name());
    Path edited = edited("corpus.jsonl");
    JsonNode changed = cached("--engine", engine.name(), "--corpus", edited.toString());

    assertEquals(1, opened(changed));
    assertEquals(1, changed.get("encoder").get("passages_encoded").asInt());
    assertEquals(247, hits(changed, "encodedPassages.encodedPassage"));
    assertEquals(1, misses(changed, "encodedPassages.encodedPassage"));
    assertEquals(0, misses(changed, "encodedQueries.encodedQuery"));
    INDEXES.forEach(
        index -> {
          assertEquals(1, misses(changed, index));
          assertEquals(List.of("corpusPath changed"), reasons(changed, index));
        });
    assertEquals(
        scores(report("--engine", engine.name(), "--corpus", edited.toString())), scores(changed));
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"INLINE", "STREAMED"})
  void aSweepOpensTheEncoderOnceAndNeverWithAWarmCache(Engine engine) throws IOException {
    String[] sweep = {"--sweep", "rrf=20,60,100", "--engine", engine.name()};
    JsonNode plain = report(sweep);
    assertTrue(plain.get("cache").isNull());
    JsonNode cold = cached(sweep);
    assertEquals(1, opened(cold));
    JsonNode again = cached(sweep);
    assertEquals(0, opened(again));
    assertEquals(3, hits(again, "evaluation"));
    JsonNode other = cached("--sweep", "rrf=60,7", "--engine", engine.name());
    assertEquals(0, opened(other));
    assertEquals(1, hits(other, "evaluation"));
    assertEquals(1, misses(other, "evaluation"));
    assertEquals(List.of("rrf changed"), reasons(other, "evaluation"));
    assertEquals(0, misses(other, "allPredictions.colbertHits"));

    assertEquals(plain.get("sweep"), cold.get("sweep"));
    assertEquals(plain.get("sweep"), again.get("sweep"));
    assertEquals(plain.get("sweep").get(1), other.get("sweep").get(0));
  }

  @Test
  void aSweepMeasuresAsTheJobWithEachConstantDoes() throws IOException {
    JsonNode sweep = report("--sweep", "rrf=1,1000").get("sweep");
    assertEquals(2, sweep.size());
    assertNotEquals(sweep.get(0).get("methods"), sweep.get(1).get("methods"));
    for (JsonNode line : sweep) {
      JsonNode alone = report("--rrf", line.get("rrf").asText());
      assertEquals(2, line.get("methods").size());
      for (String method : List.of("fused", "reranked")) {
        JsonNode swept = line.get("methods").get(method);
        assertEquals(scores(alone.get("methods").get(method)), scores(swept), method);
      }
    }
  }

  @Test
  void aSweepPrintsALineForEachConstantAndMethod() {
    Invocation done = run("--sweep", "rrf=20,60");
    assertEquals(0, done.code(), done.err());
    List<String> lines = done.out().strip().lines().toList();
    assertEquals("mills", lines.get(0));
    assertEquals("rrf        method       nDCG@10   recall@100", lines.get(2));
    assertEquals(
        List.of("20 fused", "20 reranked", "60 fused", "60 reranked"),
        lines.stream()
            .skip(3)
            .map(line -> line.replaceAll("^(\\d+) +(\\w+) .*", "$1 $2"))
            .toList());
  }

  @Test
  void aQuestionFindsTheIndexesOfTheJob() throws IOException {
    Invocation plain = run("--query", "Who measured overshot wheels?", "--json");
    cached();
    CountedEncoder encoder = encoder();
    String[] ask = {"--query", "Who measured overshot wheels?", "--json", "--cache", cache()};
    Invocation cold = Invocation.of(encoder, ask);
    assertEquals(1, encoder.opened(), cold.err());
    assertTrue(!cold.err().contains("Index"), cold.err());
    CountedEncoder unused = encoder();
    Invocation again = Invocation.of(unused, ask);
    assertEquals(0, unused.opened());
    assertEquals(plain.out(), cold.out());
    assertEquals(plain.out(), again.out());
  }

  @Test
  void logsNoWarning() throws IOException {
    try (Warnings warnings = new Warnings()) {
      cached();
      cached();
      cached("--sweep", "rrf=20,60");
      assertEquals(List.of(), warnings.told());
    }
  }

  private static CountedEncoder encoder() {
    return new CountedEncoder(KeyedFakeEncoderResource.of(32));
  }

  private String cache() {
    return folder.resolve("cache").toString();
  }

  private static Invocation run(String... arguments) {
    return Invocation.of(encoder(), arguments);
  }

  private static JsonNode report(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    Invocation done = run(all.toArray(String[]::new));
    assertEquals(0, done.code(), done.err());
    return new ObjectMapper().readTree(done.out());
  }

  private JsonNode cached(String... arguments) throws IOException {
    return report(
        Stream.concat(Stream.of(arguments), Stream.of("--cache", cache())).toArray(String[]::new));
  }

  private static int opened(JsonNode report) {
    return report.get("cache").get("opened").get("encoder").asInt();
  }

  private static JsonNode node(JsonNode report, String name) {
    return report.get("cache").get("nodes").get(name);
  }

  private static int hits(JsonNode report, String node) {
    return node(report, node).get("hits").asInt();
  }

  private static int misses(JsonNode report, String node) {
    return node(report, node).get("misses").asInt();
  }

  private static List<String> reasons(JsonNode report, String node) {
    JsonNode reasons = node(report, node).get("reasons");
    return StreamSupport.stream(reasons.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** Without times: of each method, both measures to the last bit. */
  private static String scores(JsonNode report) {
    return report.toString().replaceAll(",\"ms_per_query\":[^,}]*|,\"encoder\":.*", "");
  }

  /** Copies the collection, with the eighth line of a file edited. */
  private Path edited(String file) throws IOException {
    Path copy = Files.createDirectory(folder.resolve("mills"));
    try (Collection collection = Collection.bundled()) {
      for (Path each :
          List.of(
              collection.folder().corpusFile(),
              collection.folder().queriesFile(),
              collection.folder().judgmentsFile())) {
        Files.copy(each, copy.resolve(each.getFileName().toString()));
      }
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(copy.resolve(file)));
    String line = lines.get(7);
    lines.set(7, line.replaceFirst("(\"text\": *\".*)\"", "$1 Overshot.\""));
    assertNotEquals(line, lines.get(7));
    Files.write(copy.resolve(file), lines);
    return copy;
  }
}
