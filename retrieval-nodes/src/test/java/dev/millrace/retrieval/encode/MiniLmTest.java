package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Embedding;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real model, against what its authors publish and against itself. */
class MiniLmTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final String WORDS =
      "river, engine; market winter cloud (music) unaffable science 1987 caf\u00e9 \u65e5\u672c"
          + " don't bridge window \u2014 garden story";

  private static OnnxEncoder encoder;

  @BeforeAll
  static void open() {
    encoder = new OnnxEncoder(EncoderModel.allMiniLmL6V2());
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static double cosine(TextEmbedding one, TextEmbedding two) {
    double sum = 0;
    for (int i = 0; i < encoder.dim(); i++) {
      sum += (double) one.dense().get(0, i) * two.dense().get(0, i);
    }
    return sum;
  }

  private static double norm(FloatBuffer row) {
    double squares = 0;
    while (row.hasRemaining()) {
      float x = row.get();
      squares += (double) x * x;
    }
    return Math.sqrt(squares);
  }

  /** Texts of every length up to beyond the limit. */
  private static List<String> texts(int step) {
    Random random = new Random(3);
    String[] words = WORDS.split(" ");
    List<String> texts = new ArrayList<>();
    for (int length = 0; length < 300; length += step) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** The example of sentence-transformers' documentation, to all the digits that it prints. */
  @Test
  void reproducesThePublishedSimilarities() {
    List<TextEmbedding> three =
        encoder.encodeBatch(
            List.of(
                "The weather is lovely today.",
                "It's so sunny outside!",
                "He drove to the stadium."),
            Role.PASSAGE);
    assertEquals(0.6660, cosine(three.get(0), three.get(1)), 0.00005);
    assertEquals(0.1046, cosine(three.get(0), three.get(2)), 0.00005);
    assertEquals(0.1411, cosine(three.get(1), three.get(2)), 0.00005);
  }

  @Test
  void aTextHasTheSameBitsAloneAndInAnyBatchAndOrder() {
    List<String> texts = texts(LONG ? 1 : 12);
    List<TextEmbedding> alone = new ArrayList<>();
    texts.forEach(text -> alone.add(encoder.encode(text, Role.PASSAGE)));
    assertEquals(alone, encoder.encodeBatch(texts, Role.PASSAGE));
    for (int budget : new int[] {100, 1_500}) {
      OnnxEncoder.Builder builder = OnnxEncoder.builder(EncoderModel.allMiniLmL6V2());
      try (OnnxEncoder other = builder.batchTokens(budget).workers(3).build()) {
        assertEquals(alone, other.encodeBatch(texts, Role.QUERY));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
          order.add(i);
        }
        Collections.shuffle(order, new Random(budget));
        assertEquals(
            order.stream().map(alone::get).toList(),
            other.encodeBatch(order.stream().map(texts::get).toList(), Role.PASSAGE));
      }
    }
  }

  @Test
  void everyVectorHasLengthOne() {
    for (TextEmbedding embedding : encoder.encodeBatch(texts(40), Role.PASSAGE)) {
      assertEquals(384, embedding.dense().dim());
      assertEquals(1, norm(embedding.dense().floats()), 1e-6);
      Embedding tokens = embedding.tokens();
      for (int row = 0; row < tokens.rows(); row++) {
        assertEquals(1, norm(FloatBuffer.wrap(tokens.row(row))), 1e-6);
      }
    }
  }

  @Test
  void aQueryIsNearestToWhatItAsksFor() {
    TextEmbedding query = encoder.encode("how do plants make sugar from light", Role.QUERY);
    TextEmbedding right =
        encoder.encode("Photosynthesis turns sunlight into glucose.", Role.PASSAGE);
    TextEmbedding wrong = encoder.encode("The court adjourned until Monday.", Role.PASSAGE);
    assertTrue(cosine(query, right) > cosine(query, wrong) + 0.3);
  }

  @Test
  void itsIdNamesTheModelTheFilesAndTheLimit() {
    assertEquals("all-MiniLM-L6-v2@759c3cd2b7fe7e93+da0e79933b9ed517/wordpiece/256", encoder.id());
  }
}
