package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One vector a text, pooled by nodes in the graph, beside what Java pools. */
class DenseVectorsTest {
  private static final EncoderOptions DENSE = EncoderOptions.DEFAULT.vectors(Vectors.DENSE);

  @TempDir Path folder;

  private static List<String> texts(int count) {
    Random random = new Random(5);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int words = random.nextInt(40); words > 0; words--) {
        text.append("abcd.".charAt(random.nextInt(5))).append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void areWhatJavaPools(Pooling pooling) {
    EncoderModel model = TinyModel.in(folder).pooling(pooling);
    List<String> texts = texts(200);
    try (OnnxEncoder inJava = new OnnxEncoder(model);
        OnnxEncoder inGraph = new OnnxEncoder(model.options(DENSE))) {
      assertEquals(3, inGraph.dim());
      List<TextEmbedding> expected = inJava.encodeBatch(texts, Role.PASSAGE);
      List<TextEmbedding> actual = inGraph.encodeBatch(texts, Role.PASSAGE);
      for (int i = 0; i < texts.size(); i++) {
        assertArrayEquals(expected.get(i).dense().row(0), actual.get(i).dense().row(0), 1e-6f);
      }
    }
  }

  @Test
  void theFirstTokensVectorIsNotTheMean() {
    EncoderModel model = TinyModel.in(folder);
    try (OnnxEncoder mean = new OnnxEncoder(model);
        OnnxEncoder first = new OnnxEncoder(model.pooling(Pooling.CLS))) {
      TextEmbedding embedding = first.encode("a b", Role.QUERY);
      assertArrayEquals(embedding.tokens().row(0), embedding.dense().row(0), 1e-6f);
      assertEquals(mean.id() + "/cls", first.id());
      assertFalse(mean.encode("a b", Role.QUERY).equals(embedding));
    }
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void haveTheSameBitsAloneAndInAnyBatch(Pooling pooling) {
    EncoderModel model = TinyModel.in(folder).pooling(pooling).options(DENSE);
    List<String> texts = texts(200);
    List<TextEmbedding> alone = new ArrayList<>();
    try (OnnxEncoder encoder = new OnnxEncoder(model)) {
      texts.forEach(text -> alone.add(encoder.encode(text, Role.QUERY)));
    }
    for (int budget : new int[] {1, 64, 1_000, 60_000}) {
      try (OnnxEncoder encoder =
          OnnxEncoder.builder(model).batchTokens(budget).workers(2).build()) {
        assertEquals(alone, encoder.encodeBatch(texts, Role.QUERY));
        assertTrue(encoder.batchInvariant());
      }
    }
  }

  @Test
  void lieInOneSlabThatTheNetworkWrote() {
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder).options(DENSE))) {
      List<TextEmbedding> all = encoder.encodeBatch(texts(50), Role.QUERY);
      for (TextEmbedding one : all) {
        assertSame(all.get(0).dense().slab(), one.dense().slab());
        assertEquals(50, one.dense().slab().rows());
      }
    }
  }

  @Test
  void comeWithoutVectorsOfTokensAndSaySo() {
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder).options(DENSE))) {
      TextEmbedding embedding = encoder.encode("a", Role.QUERY);
      assertFalse(embedding.hasTokens());
      EncoderException e = assertThrows(EncoderException.class, embedding::tokens);
      assertEquals(Fault.NO_TOKENS, e.fault());
      assertTrue(e.getMessage().contains("Vectors.DENSE_AND_TOKENS"), e.getMessage());
      assertTrue(encoder.id().endsWith("/dense"), encoder.id());
    }
  }

  @Test
  void aVectorOfZerosStaysOne() {
    float[] zeros = new float[TinyModel.VOCABULARY * TinyModel.DIM];
    try (OnnxEncoder encoder = new OnnxEncoder(withTable(zeros))) {
      assertArrayEquals(new float[3], encoder.encode("a", Role.QUERY).dense().row(0));
    }
  }

  @Test
  void areRefusedWhereTheyAreNoNumbers() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] table = TinyModel.table();
      table[6 * TinyModel.DIM + 1] = bad;
      try (OnnxEncoder encoder = new OnnxEncoder(withTable(table))) {
        List<String> texts = List.of("a", "c", "b");
        EncoderException e =
            assertThrows(EncoderException.class, () -> encoder.encodeBatch(texts, Role.PASSAGE));
        assertEquals(Fault.FAILED, e.fault());
        assertTrue(e.getMessage().contains("text 2"), e.getMessage());
      }
    }
  }

  private EncoderModel withTable(float[] table) {
    OnnxBytes tensor =
        OnnxBytes.floats("table", TinyModel.VOCABULARY, TinyModel.DIM)
            .bytes(9, OnnxBytes.raw(table));
    byte[] network =
        OnnxBytes.model(
            TinyModel.graph(tensor)
                .message(11, OnnxBytes.value("input_ids", OnnxBytes.INT64, "batch", "tokens")));
    return TinyModel.in(folder, network).options(DENSE);
  }

  @Test
  void needOperatorsThatCanSayIt() {
    byte[] old =
        new OnnxBytes()
            .number(1, 8)
            .message(7, TinyModel.graph())
            .message(8, new OnnxBytes().text(1, "").number(2, 9))
            .toByteArray();
    EncoderModel model = TinyModel.in(folder, old);
    EncoderException e =
        assertThrows(EncoderException.class, () -> new OnnxEncoder(model.options(DENSE)));
    assertEquals(Fault.WRONG_MODEL, e.fault());
    assertTrue(e.getMessage().contains("version 9"), e.getMessage());
    new OnnxEncoder(model).close();
  }
}
