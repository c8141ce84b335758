package dev.millrace.retrieval.encode;

import static dev.millrace.retrieval.encode.OnnxBytes.FLOAT;
import static dev.millrace.retrieval.encode.OnnxBytes.INT64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that are not what they should be. */
class OnnxNetworkTest {
  private static final OnnxBytes TABLE =
      OnnxBytes.floats("table", TinyModel.VOCABULARY, TinyModel.DIM)
          .bytes(9, OnnxBytes.raw(TinyModel.table()));

  @TempDir Path folder;

  private void assertRefused(Fault fault, String because, OnnxBytes graph) {
    EncoderModel model = TinyModel.in(folder, OnnxBytes.model(graph));
    EncoderException e = assertThrows(EncoderException.class, () -> new OnnxEncoder(model));
    assertEquals(fault, e.fault(), e.getMessage());
    assertTrue(e.getMessage().contains(because), e.getMessage());
  }

  @Test
  void refusesAModelWhoseWeightsLieInAnotherFile() throws IOException {
    Path weights = folder.resolve("weights.bin");
    Files.write(weights, OnnxBytes.raw(TinyModel.table()));
    OnnxBytes location =
        new OnnxBytes().text(1, "location").text(2, weights.toAbsolutePath().toString());
    OnnxBytes table =
        OnnxBytes.floats("table", TinyModel.VOCABULARY, TinyModel.DIM)
            .message(13, location)
            .number(14, 1);
    assertRefused(
        Fault.UNSAFE_MODEL,
        "another file",
        TinyModel.graph(table).message(11, OnnxBytes.value("input_ids", INT64, "batch", "tokens")));
  }

  @Test
  void refusesAModelWithoutIds() {
    OnnxBytes graph =
        new OnnxBytes()
            .message(1, OnnxBytes.node("Gather", "last_hidden_state", "table", "tokens"))
            .text(2, "tiny")
            .message(5, TABLE)
            .message(11, OnnxBytes.value("tokens", INT64, "batch", "tokens"))
            .message(12, OnnxBytes.value("last_hidden_state", FLOAT, "batch", "tokens", 3));
    assertRefused(Fault.WRONG_MODEL, "has no input input_ids but [tokens]", graph);
  }

  @Test
  void refusesAnInputThatItCannotFill() {
    OnnxBytes graph = TinyModel.graph().message(11, OnnxBytes.value("pixels", FLOAT, "batch", 3));
    assertRefused(Fault.WRONG_MODEL, "has an input pixels", graph);
  }

  @Test
  void refusesIdsOfAnotherType() {
    OnnxBytes graph =
        TinyModel.graph(TABLE).message(11, OnnxBytes.value("input_ids", 6, "batch", "tokens"));
    assertRefused(Fault.WRONG_MODEL, "input_ids", graph);
  }

  @Test
  void refusesAnOutputThatIsNotPerToken() {
    OnnxBytes graph =
        TinyModel.graph(
                OnnxBytes.floats("table", TinyModel.VOCABULARY)
                    .bytes(9, OnnxBytes.raw(new float[TinyModel.VOCABULARY])))
            .message(11, OnnxBytes.value("input_ids", INT64, "batch", "tokens"));
    EncoderModel model = TinyModel.in(folder, OnnxBytes.model(graph));
    EncoderException e = assertThrows(EncoderException.class, () -> new OnnxEncoder(model));
    assertEquals(Fault.WRONG_MODEL, e.fault());
  }

  @Test
  void refusesAModelThatTakesFewerTokensThanAsked() {
    EncoderModel model =
        TinyModel.in(
            folder,
            OnnxBytes.model(
                TinyModel.graph(TABLE)
                    .message(11, OnnxBytes.value("input_ids", INT64, "batch", 16))));
    EncoderException e =
        assertThrows(
            EncoderException.class, () -> OnnxEncoder.builder(model).maxTokens(17).build());
    assertEquals(Fault.WRONG_MODEL, e.fault());
    assertTrue(e.getMessage().contains("lower maxTokens"), e.getMessage());
    OnnxEncoder.builder(model).maxTokens(16).build().close();
  }

  @Test
  void refusesAnOperatorThatDoesNotExist() {
    OnnxBytes graph =
        TinyModel.graph().message(1, OnnxBytes.node("NoSuchOperator", "x", "input_ids"));
    assertRefused(Fault.WRONG_MODEL, "NoSuchOperator", graph);
  }

  @Test
  void refusesAGraphWithSeveralOutputsOfUnknownNames() {
    OnnxBytes graph =
        new OnnxBytes()
            .message(1, OnnxBytes.node("Gather", "one", "table", "input_ids"))
            .message(1, OnnxBytes.node("Gather", "two", "table", "input_ids"))
            .text(2, "tiny")
            .message(5, TABLE)
            .message(11, OnnxBytes.value("input_ids", INT64, "batch", "tokens"))
            .message(11, OnnxBytes.value("attention_mask", INT64, "batch", "tokens"))
            .message(12, OnnxBytes.value("one", FLOAT, "batch", "tokens", 3))
            .message(12, OnnxBytes.value("two", FLOAT, "batch", "tokens", 3));
    assertRefused(Fault.WRONG_MODEL, "has the outputs [one, two]", graph);
  }
}
