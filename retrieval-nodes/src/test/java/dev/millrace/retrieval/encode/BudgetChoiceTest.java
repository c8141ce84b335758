package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetChoiceTest {
  private static final List<Integer> CANDIDATES = List.of(128, 256, 512, 1024);
  private static final List<String> TEXTS = List.of("a", "b c . d", "", "c c c c c c", "d");

  @TempDir Path folder;

  private static int fastest(Map<Integer, Double> seconds) throws OrtException {
    return BudgetChoice.fastest(
        CANDIDATES,
        budget -> {
          if (!seconds.containsKey(budget)) {
            throw new OrtException("out of memory");
          }
          return seconds.get(budget);
        });
  }

  @Test
  void takesTheFastest() throws OrtException {
    assertEquals(512, fastest(Map.of(128, 4.0, 256, 3.0, 512, 1.0, 1024, 2.0)));
    assertEquals(128, fastest(Map.of(128, 1.0, 256, 3.0, 512, 5.0, 1024, 7.0)));
  }

  @Test
  void takesTheSmallestOfThoseThatAreAboutEqual() throws OrtException {
    assertEquals(128, fastest(Map.of(128, 1.0, 256, 0.99, 512, 0.98, 1024, 0.975)));
    assertEquals(1024, fastest(Map.of(128, 1.0, 256, 0.98, 512, 0.98, 1024, 0.5)));
  }

  @Test
  void endsWhereTheDeviceHasNoMoreRoom() throws OrtException {
    assertEquals(256, fastest(Map.of(128, 2.0, 256, 1.0)));
    assertThrows(OrtException.class, () -> fastest(Map.of()));
  }

  private static int budget(EncoderModel model) {
    try (OnnxEncoder encoder = new OnnxEncoder(model)) {
      return encoder.batchTokens();
    }
  }

  private EncoderModel tiny(TokenBudget budget) {
    return TinyModel.in(folder).options(EncoderOptions.DEFAULT.budget(budget));
  }

  private List<Path> kept(Path in) {
    try (Stream<Path> files = Files.list(in)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatTheUserSetsIsWhatIsRun() {
    assertEquals(77, budget(tiny(TokenBudget.of(77))));
    assertEquals(256, budget(tiny(TokenBudget.ofDevice())));
  }

  @Test
  void measuresOnceAndKeepsIt() throws IOException {
    Path budgets = folder.resolve("not/there");
    EncoderModel model = tiny(TokenBudget.calibrated(budgets));
    int measured = budget(model);
    assertTrue(CANDIDATES.contains(measured));
    assertEquals(1, kept(budgets).size(), "no temporary file stays");
    Path file = kept(budgets).get(0);
    String text = Files.readString(file);
    assertTrue(text.endsWith("\ntokens " + measured + "\n"), text);
    assertTrue(text.contains("network " + model.network().sha256()), text);
    int other = measured == 512 ? 1024 : 512;
    Files.writeString(file, text.replace("tokens " + measured, "tokens " + other));
    assertEquals(other, budget(model), "it was measured again");
  }

  @Test
  void anotherModelAndOtherOptionsAreMeasuredApart() {
    Path budgets = folder.resolve("budgets");
    EncoderModel model = tiny(TokenBudget.calibrated(budgets));
    budget(model);
    budget(model.options(model.options().vectors(Vectors.DENSE)));
    budget(model.options(model.options().maxTokens(32)));
    budget(model.options(model.options().workers(7)));
    OnnxBytes renamed = TinyModel.graph().text(10, "another description");
    budget(TinyModel.in(folder, OnnxBytes.model(renamed)).options(model.options()));
    assertEquals(4, kept(budgets).size(), "workers do not matter");
  }

  @Test
  void aDamagedOrForeignFileIsMeasuredAnew() throws IOException {
    Path budgets = folder.resolve("budgets");
    EncoderModel model = tiny(TokenBudget.calibrated(budgets));
    budget(model);
    Path file = kept(budgets).get(0);
    String sound = Files.readString(file);
    for (String damaged :
        List.of(
            "",
            sound.substring(0, sound.length() - 1),
            sound.replaceAll("tokens \\d+\n$", "tokens 999999999\n"),
            sound.replaceAll("tokens \\d+\n$", "tokens -1\n"),
            sound.replace("device ", "device another, "),
            "\u0000".repeat(100_000))) {
      Files.writeString(file, damaged);
      assertTrue(CANDIDATES.contains(budget(model)), damaged);
      assertTrue(Files.readString(file).startsWith(sound.substring(0, sound.lastIndexOf(' '))));
    }
  }

  @Test
  void doesWithoutAFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertTrue(CANDIDATES.contains(budget(tiny(TokenBudget.calibrated(file.resolve("under"))))));
    assertEquals("x", Files.readString(file));
  }

  @Test
  void neverChangesAVector() {
    List<List<TextEmbedding>> all = new ArrayList<>();
    for (TokenBudget budget :
        List.of(TokenBudget.ofDevice(), TokenBudget.calibrated(), TokenBudget.of(3))) {
      try (OnnxEncoder encoder = new OnnxEncoder(tiny(budget))) {
        all.add(encoder.encodeBatch(TEXTS, Role.QUERY));
        assertTrue(encoder.batchInvariant());
      }
    }
    assertEquals(all.get(0), all.get(1));
    assertEquals(all.get(0), all.get(2));
  }

  @Test
  void warmingUpChangesNothing() {
    EncoderModel model = TinyModel.in(folder);
    try (OnnxEncoder cold = new OnnxEncoder(model);
        OnnxEncoder warm =
            new OnnxEncoder(model.options(EncoderOptions.DEFAULT.warmUp(true).maxTokens(256)))) {
      assertEquals(cold.id(), warm.id());
      assertEquals(cold.encodeBatch(TEXTS, Role.QUERY), warm.encodeBatch(TEXTS, Role.QUERY));
    }
  }

  /** A row is longer than all before it, so that texts have ranges of their own. */
  private static float[] rising() {
    float[] table = TinyModel.table();
    for (int i = 0; i < table.length; i++) {
      table[i] *= i;
    }
    return table;
  }

  /** Its vectors are rounded to a grid that spans the whole batch. */
  private EncoderModel quantized(TokenBudget budget) {
    OnnxBytes quantize =
        new OnnxBytes()
            .text(1, "looked_up")
            .text(2, "steps")
            .text(2, "scale")
            .text(2, "zero")
            .text(4, "DynamicQuantizeLinear");
    OnnxBytes graph =
        new OnnxBytes()
            .message(1, OnnxBytes.node("Gather", "looked_up", "table", "input_ids"))
            .message(1, quantize)
            .message(
                1,
                OnnxBytes.node("DequantizeLinear", "last_hidden_state", "steps", "scale", "zero"))
            .text(2, "tiny")
            .message(
                5,
                OnnxBytes.floats("table", TinyModel.VOCABULARY, TinyModel.DIM)
                    .bytes(9, OnnxBytes.raw(rising())))
            .message(11, OnnxBytes.value("input_ids", OnnxBytes.INT64, "batch", "tokens"))
            .message(11, OnnxBytes.value("attention_mask", OnnxBytes.INT64, "batch", "tokens"))
            .message(
                12, OnnxBytes.value("last_hidden_state", OnnxBytes.FLOAT, "batch", "tokens", 3));
    return TinyModel.in(folder, OnnxBytes.model(graph))
        .options(EncoderOptions.DEFAULT.budget(budget));
  }

  @Test
  void aDynamicallyQuantizedModelRunsOneTextAtATime() {
    Path budgets = folder.resolve("budgets");
    for (TokenBudget budget : List.of(TokenBudget.ofDevice(), TokenBudget.calibrated(budgets))) {
      try (OnnxEncoder encoder = new OnnxEncoder(quantized(budget))) {
        assertEquals(1, encoder.batchTokens());
        assertTrue(encoder.batchInvariant());
        List<TextEmbedding> alone =
            TEXTS.stream().map(text -> encoder.encode(text, Role.QUERY)).toList();
        assertEquals(alone, encoder.encodeBatch(TEXTS, Role.QUERY));
      }
    }
    assertFalse(Files.exists(budgets), "it was measured");
  }

  @Test
  void unlessTheUserSetsABudgetWhichItsNameThenTells() {
    String usual;
    try (OnnxEncoder encoder = new OnnxEncoder(quantized(TokenBudget.ofDevice()))) {
      usual = encoder.id();
    }
    try (OnnxEncoder encoder = new OnnxEncoder(quantized(TokenBudget.of(64)))) {
      assertFalse(encoder.batchInvariant());
      assertEquals(usual + "/batch-64", encoder.id());
      List<TextEmbedding> alone =
          TEXTS.stream().map(text -> encoder.encode(text, Role.QUERY)).toList();
      assertNotEquals(alone, encoder.encodeBatch(TEXTS, Role.QUERY), "it does not depend on it");
    }
  }
}
