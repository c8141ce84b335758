package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import dev.millrace.runtime.Slab;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encoder around a network that can be worked out by hand. */
class OnnxEncoderTest {
  @TempDir Path folder;

  /** What the tiny model must say: table rows, their mean, all of length 1. */
  private static float[][] expected(int... ids) {
    float[][] rows = new float[ids.length + 1][];
    float[] sum = new float[TinyModel.DIM];
    for (int i = 0; i < ids.length; i++) {
      int from = ids[i] * TinyModel.DIM;
      float[] row = Arrays.copyOfRange(TinyModel.table(), from, from + TinyModel.DIM);
      for (int k = 0; k < row.length; k++) {
        sum[k] += row[k] / ids.length;
      }
      rows[i] = unit(row);
    }
    rows[ids.length] = unit(sum);
    return rows;
  }

  private static float[] unit(float[] row) {
    double squares = 0;
    for (float x : row) {
      squares += x * x;
    }
    float[] unit = new float[row.length];
    for (int k = 0; k < row.length; k++) {
      unit[k] = (float) (row[k] / Math.sqrt(squares));
    }
    return unit;
  }

  private static void assertEmbedding(TextEmbedding actual, int... ids) {
    float[][] rows = expected(ids);
    assertEquals(ids.length, actual.tokens().rows());
    for (int i = 0; i < ids.length; i++) {
      assertArrayEquals(rows[i], actual.tokens().row(i), 1e-6f);
    }
    assertEquals(1, actual.dense().rows());
    assertArrayEquals(rows[ids.length], actual.dense().row(0), 1e-6f);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int words = random.nextInt(40); words > 0; words--) {
      text.append("abcd.", 0, 1 + random.nextInt(5)).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  @Test
  void saysWhichDeviceItsCallsAreLimitedOn() {
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder))) {
      assertEquals("cpu", encoder.device());
    }
    assertEquals("cuda:1", OnnxEncoder.named(Device.cuda(1).memoryLimit(1 << 20).tf32(true)));
  }

  @Test
  void givesTheMeanAndTheTokensOfAText() {
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder))) {
      assertEquals(3, encoder.dim());
      assertEmbedding(encoder.encode("a", Role.QUERY), 2, 5, 3);
      assertEmbedding(encoder.encode("ab cx.", Role.PASSAGE), 2, 5, 10, 1, 13, 3);
      assertEmbedding(encoder.encode("", Role.PASSAGE), 2, 3);
      assertEmbedding(encoder.encode(" \t\u0000\u200b\ud800 ", Role.PASSAGE), 2, 3);
    }
  }

  @Test
  void paddingNeverReachesAnEmbedding() {
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder))) {
      List<TextEmbedding> both = encoder.encodeBatch(List.of("a", "b c d . b c"), Role.QUERY);
      assertEmbedding(both.get(0), 2, 5, 3);
      assertEmbedding(both.get(1), 2, 6, 7, 8, 13, 6, 7, 3);
    }
  }

  @Test
  void cutsALongTextOffAndKeepsItsLastSpecialToken() {
    EncoderModel model = TinyModel.in(folder);
    try (OnnxEncoder encoder = OnnxEncoder.builder(model).maxTokens(8).build()) {
      assertEmbedding(encoder.encode("a b c d a b c d a b", Role.QUERY), 2, 5, 6, 7, 8, 5, 6, 3);
    }
    try (OnnxEncoder encoder = new OnnxEncoder(model)) {
      assertEquals(256, encoder.encode("a ".repeat(2_000_000), Role.QUERY).tokens().rows());
    }
  }

  @Test
  void aBatchIsToTheBitWhatItsTextsAreAlone() {
    Random random = new Random(11);
    EncoderModel model = TinyModel.in(folder);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      texts.add(text(random));
    }
    try (OnnxEncoder alone = OnnxEncoder.builder(model).workers(1).build()) {
      List<TextEmbedding> expected = new ArrayList<>();
      texts.forEach(text -> expected.add(alone.encode(text, Role.QUERY)));
      for (int workers = 1; workers <= 4; workers++) {
        for (int budget : new int[] {1, 30, 256, 5_000}) {
          OnnxEncoder.Builder builder = OnnxEncoder.builder(model);
          try (OnnxEncoder batched = builder.workers(workers).batchTokens(budget).build()) {
            assertEquals(expected, batched.encodeBatch(texts, Role.QUERY));
          }
        }
      }
    }
  }

  @Test
  void aLongListIsSpreadOverSeveralBoundedSlabs() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      texts.add("a b c d ".repeat(i % 60));
    }
    try (OnnxEncoder encoder = OnnxEncoder.builder(TinyModel.in(folder)).workers(3).build()) {
      List<TextEmbedding> all = encoder.encodeBatch(texts, Role.PASSAGE);
      assertEquals(texts.size(), all.size());
      Map<Slab, Integer> slabs = new IdentityHashMap<>();
      for (int i = 0; i < all.size(); i++) {
        assertEquals(Math.min(256, 2 + 4 * (i % 60)), all.get(i).tokens().rows());
        slabs.put(all.get(i).tokens().slab(), i);
      }
      assertEmbedding(all.get(39_961), 2, 5, 6, 7, 8, 3);
      assertTrue(slabs.size() > 1, "one slab held them all");
      for (Slab slab : slabs.keySet()) {
        assertTrue((long) slab.rows() * slab.dim() * Float.BYTES <= 64 << 20, slab.toString());
      }
    }
  }

  @Test
  void anEmptyListGivesAnEmptyList() {
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder))) {
      assertEquals(List.of(), encoder.encodeBatch(List.of(), Role.QUERY));
    }
  }

  @Test
  void takesAnyListAndGivesOneThatCannotBeChanged() {
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder))) {
      LinkedList<String> texts = new LinkedList<>(List.of("b", "a"));
      List<TextEmbedding> embeddings = encoder.encodeBatch(texts, Role.QUERY);
      assertEmbedding(embeddings.get(1), 2, 5, 3);
      assertThrows(UnsupportedOperationException.class, () -> embeddings.set(0, null));
    }
  }

  @Test
  void namesTheTextThatIsNull() {
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder))) {
      EncoderException e =
          assertThrows(
              EncoderException.class,
              () -> encoder.encodeBatch(Arrays.asList("a", "b", null), Role.QUERY));
      assertEquals(Fault.NULL_TEXT, e.fault());
      assertTrue(e.getMessage().contains("text 2 of 3"), e.getMessage());
    }
  }

  @Test
  void putsThePrefixOfItsRoleBeforeAText() {
    EncoderModel plain = TinyModel.in(folder);
    EncoderModel prefixed =
        new EncoderModel("tiny", plain.network(), plain.tokenizer(), "c ", "d ");
    try (OnnxEncoder encoder = new OnnxEncoder(prefixed);
        OnnxEncoder other = new OnnxEncoder(plain)) {
      assertEmbedding(encoder.encode("a", Role.QUERY), 2, 7, 5, 3);
      assertEmbedding(encoder.encode("a", Role.PASSAGE), 2, 8, 5, 3);
      assertNotEquals(encoder.id(), other.id());
    }
  }

  @Test
  void itsIdChangesWithWhateverChangesAVector() {
    EncoderModel model = TinyModel.in(folder);
    String id = id(OnnxEncoder.builder(model));
    assertEquals(id, id(OnnxEncoder.builder(model).batchTokens(99).workers(7)));
    assertNotEquals(id, id(OnnxEncoder.builder(model).maxTokens(99)));
    OnnxBytes renamed = TinyModel.graph().text(10, "another description");
    assertNotEquals(id, id(OnnxEncoder.builder(TinyModel.in(folder, OnnxBytes.model(renamed)))));
  }

  private static String id(OnnxEncoder.Builder builder) {
    try (OnnxEncoder encoder = builder.build()) {
      return encoder.id();
    }
  }

  @Test
  void takesATokenizerOfYourOwn() {
    Tokenizer constant = new LengthTokenizer();
    EncoderModel model = TinyModel.in(folder);
    try (OnnxEncoder encoder = OnnxEncoder.builder(model).tokenizer(json -> constant).build()) {
      assertSame(constant, encoder.tokenizer());
      assertTrue(encoder.id().contains("/length/"), encoder.id());
      assertEmbedding(encoder.encode("xx", Role.QUERY), 7);
    }
  }

  @Test
  void failsByNameAndThenGoesOn() {
    String tokenizer = TinyModel.TOKENIZER.replace("\".\": 13", "\".\": 14");
    byte[] network = OnnxBytes.model(TinyModel.graph());
    EncoderModel model = TinyModel.in(folder, network, tokenizer);
    try (OnnxEncoder encoder = OnnxEncoder.builder(model).workers(3).batchTokens(8).build()) {
      List<String> texts = List.of("a", "b", "c c c c . c", "d", "a a a", "b b b b");
      for (int i = 0; i < 20; i++) {
        EncoderException e =
            assertThrows(EncoderException.class, () -> encoder.encodeBatch(texts, Role.PASSAGE));
        assertEquals(Fault.FAILED, e.fault());
        assertTrue(e.getMessage().contains("text 2"), e.getMessage());
        assertEmbedding(encoder.encode("a", Role.QUERY), 2, 5, 3);
      }
    }
  }

  @Test
  void refusesVectorsThatAreNoNumbers() {
    float[] table = TinyModel.table();
    table[6 * TinyModel.DIM] = Float.NaN;
    OnnxBytes tensor =
        OnnxBytes.floats("table", TinyModel.VOCABULARY, TinyModel.DIM)
            .bytes(9, OnnxBytes.raw(table));
    byte[] network =
        OnnxBytes.model(
            TinyModel.graph(tensor)
                .message(11, OnnxBytes.value("input_ids", OnnxBytes.INT64, "batch", "tokens")));
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder, network))) {
      EncoderException e =
          assertThrows(
              EncoderException.class,
              () -> encoder.encodeBatch(List.of("a", "c", "b"), Role.PASSAGE));
      assertEquals(Fault.FAILED, e.fault());
      assertTrue(e.getMessage().contains("text 2"), e.getMessage());
    }
  }

  @Test
  void aVectorOfZerosStaysOne() {
    float[] zeros = new float[TinyModel.VOCABULARY * TinyModel.DIM];
    OnnxBytes tensor =
        OnnxBytes.floats("table", TinyModel.VOCABULARY, TinyModel.DIM)
            .bytes(9, OnnxBytes.raw(zeros));
    byte[] network =
        OnnxBytes.model(
            TinyModel.graph(tensor)
                .message(11, OnnxBytes.value("input_ids", OnnxBytes.INT64, "batch", "tokens")));
    try (OnnxEncoder encoder = new OnnxEncoder(TinyModel.in(folder, network))) {
      assertArrayEquals(new float[3], encoder.encode("a", Role.QUERY).dense().row(0));
    }
  }

  @Test
  void refusesOptionsThatMakeNoSense() {
    OnnxEncoder.Builder builder = OnnxEncoder.builder(TinyModel.in(folder));
    assertThrows(IllegalArgumentException.class, () -> builder.maxTokens(1));
    assertThrows(IllegalArgumentException.class, () -> builder.batchTokens(0));
    assertThrows(IllegalArgumentException.class, () -> builder.workers(0));
  }

  /** One id for a text: how long it is. */
  private static final class LengthTokenizer implements Tokenizer {
    @Override
    public String id() {
      return "length";
    }

    @Override
    public int encode(String text, int[] ids, int from, int limit) {
      ids[from] = 5 + text.length();
      return 1;
    }
  }
}
