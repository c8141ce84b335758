package dev.millrace.retrieval.encode;

import static dev.millrace.retrieval.encode.OnnxBytes.FLOAT;
import static dev.millrace.retrieval.encode.OnnxBytes.INT64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A model of a few hundred bytes: a token's vector is its row in a table. */
final class TinyModel {
  static final int DIM = 3;

  /** [PAD] [UNK] [CLS] [SEP] [MASK], then a to d, then ##a to ##d, then a full stop. */
  static final String TOKENIZER =
      """
      {"added_tokens": [
         {"id": 2, "content": "[CLS]", "normalized": false, "special": true},
         {"id": 3, "content": "[SEP]", "normalized": false, "special": true},
         {"id": 4, "content": "[MASK]", "normalized": false, "special": true}],
       "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
         "strip_accents": null, "lowercase": true},
       "pre_tokenizer": {"type": "BertPreTokenizer"},
       "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
       "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
         "max_input_chars_per_word": 100,
         "vocab": {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "[MASK]": 4,
           "a": 5, "b": 6, "c": 7, "d": 8, "##a": 9, "##b": 10, "##c": 11, "##d": 12, ".": 13}}}
      """;

  static final int VOCABULARY = 14;

  private TinyModel() {}

  /** The table: every row another, none of length 0 or 1. */
  static float[] table() {
    float[] table = new float[VOCABULARY * DIM];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) Math.sin(i + 1) * 3;
    }
    return table;
  }

  /** The network's graph up to its inputs: a table, looked up by the ids. */
  static OnnxBytes graph(OnnxBytes table) {
    return new OnnxBytes()
        .message(1, OnnxBytes.node("Gather", "last_hidden_state", "table", "input_ids"))
        .text(2, "tiny")
        .message(5, table)
        .message(11, OnnxBytes.value("attention_mask", INT64, "batch", "tokens"))
        .message(12, OnnxBytes.value("last_hidden_state", FLOAT, "batch", "tokens", DIM));
  }

  static OnnxBytes graph() {
    return graph(OnnxBytes.floats("table", VOCABULARY, DIM).bytes(9, OnnxBytes.raw(table())))
        .message(11, OnnxBytes.value("input_ids", INT64, "batch", "tokens"));
  }

  /** Writes the tiny model's two files and returns it, pinned. */
  static EncoderModel in(Path folder) {
    return in(folder, OnnxBytes.model(graph()), TOKENIZER);
  }

  static EncoderModel in(Path folder, byte[] network) {
    return in(folder, network, TOKENIZER);
  }

  static EncoderModel in(Path folder, byte[] network, String tokenizer) {
    return new EncoderModel(
        "tiny",
        write(folder.resolve("tiny.onnx"), network),
        write(folder.resolve("tiny.json"), tokenizer.getBytes(StandardCharsets.UTF_8)));
  }

  static ModelFile write(Path path, byte[] bytes) {
    try {
      return ModelFile.file(Files.write(path, bytes), sha256(bytes), bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
