package dev.millrace.samples.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.nodes.EncodedPassage;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.InputFormatException;
import dev.millrace.runtime.Slab;
import dev.millrace.runtime.SlabPool;
import dev.millrace.runtime.json.EmbeddingModule;
import dev.millrace.runtime.json.Records;
import dev.millrace.testing.FakeEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Passages that come as JSON or as maps, and embeddings that go as JSON. */
class JsonTest {
  private static final String JSON =
      """
      [{"id": "p1", "title": "Weirs", "text": "A weir raises the water."},
       {"id": "p2", "title": "Sluices", "text": "A sluice lets it through."}]
      """;

  @Test
  void passagesMayComeAsJson() throws Exception {
    JsonNode json = JsonMapper.builder().build().readTree(JSON);
    try (var pipeline = SearchPipeline.builder().build()) {
      var inputs =
          SearchPipeline.given()
              .passages(Records.fromJsonArray(Passage.class, json))
              .encoder(new FakeEncoder(64));
      List<EncodedPassage> encoded = pipeline.encodedPassages(inputs);

      assertEquals("A weir raises the water.", encoded.get(0).passage().text());
    }
  }

  @Test
  void passagesMayComeAsMaps() {
    List<Map<String, String>> rows =
        List.of(Map.of("id", "p1", "title", "Weirs", "text", "A weir raises the water."));
    List<Passage> passages = Records.fromMaps(Passage.class, rows);
    assertEquals(new Passage("p1", "Weirs", "A weir raises the water."), passages.get(0));

    InputFormatException e =
        assertThrows(
            InputFormatException.class,
            () -> Records.fromMaps(Passage.class, List.of(Map.of("id", "p1", "title", 5))));
    assertEquals("$[0].title", e.path());
    assertEquals("5", e.value());
    assertEquals("a string", e.expected());
  }

  @Test
  void embeddingsGoAndComeBackAsJson() throws Exception {
    Passage passage = new Passage("p1", "Weirs", "A weir raises the water.");
    try (var pipeline = SearchPipeline.builder().build()) {
      List<EncodedPassage> encoded =
          pipeline.encodedPassages(
              SearchPipeline.given().passages(List.of(passage)).encoder(new FakeEncoder(64)));

      ObjectMapper mapper = JsonMapper.builder().addModule(new EmbeddingModule()).build();
      String json = mapper.writeValueAsString(encoded);
      List<EncodedPassage> read = mapper.readValue(json, new TypeReference<>() {});

      assertEquals(encoded, read);
    }
  }

  @Test
  void aRowIsDetachedFromItsSlabAndAPoolUsesMemoryAgain() {
    Embedding kept;
    try (SlabPool pool = SlabPool.of(64L << 20)) {
      Slab slab = pool.slab(256, 384);
      slab.set(7, 0, 1);
      kept = slab.row(7).copy(); // its own memory, however large the slab was
      Embedding row = slab.row(7);
      slab.release(); // the pool may use its memory again

      assertThrows(IllegalStateException.class, () -> row.get(0, 0));
    }
    assertArrayEquals(new float[] {1, 0}, new float[] {kept.get(0, 0), kept.get(0, 1)});
  }
}
