package dev.millrace.retrieval.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code tokenizer.json}, read once: what it asks for is honoured or refused by name, never
 * passed over (but for truncation and padding, which belong to the encoder).
 */
final class TokenizerFile {
  private static final String SUPPORTED =
      "; supported is BERT's: BertNormalizer, BertPreTokenizer, WordPiece and a post-processor that"
          + " puts special tokens around one text. Give the encoder a Tokenizer of your own, or"
          + " another model";

  private final JsonNode root;
  private final Map<String, Integer> ids = new HashMap<>();

  TokenizerFile(byte[] json) {
    try {
      root = new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new EncoderException(
          Fault.WRONG_TOKENIZER, "the tokenizer file is no JSON: " + e.getMessage(), e);
    }
  }

  WordPieceTokenizer tokenizer() {
    WordPieces pieces = pieces();
    List<WordPieceTokenizer.Added> added = added();
    JsonNode post = root.path("post_processor");
    int[][] around =
        switch (post.path("type").asText("none")) {
          case "TemplateProcessing" -> template(post);
          case "BertProcessing" ->
              new int[][] {{post.path("cls").path(1).asInt()}, {post.path("sep").path(1).asInt()}};
          default -> throw wrong("post_processor", post.path("type"));
        };
    return new WordPieceTokenizer(pieces, normalizer(), added, around[0], around[1]);
  }

  private WordPieces pieces() {
    expect("pre_tokenizer", "BertPreTokenizer");
    expect("model", "WordPiece");
    JsonNode model = root.path("model");
    String continuation = model.path("continuing_subword_prefix").asText("##");
    Map<String, Integer> continuing = new HashMap<>();
    model
        .path("vocab")
        .properties()
        .forEach(
            entry -> {
              String token = entry.getKey();
              int id = id(token, entry.getValue());
              if (!token.isEmpty()) {
                ids.put(token, id);
              }
              if (token.startsWith(continuation) && token.length() > continuation.length()) {
                continuing.put(token.substring(continuation.length()), id);
              }
            });
    String unknown = model.path("unk_token").asText("[UNK]");
    Integer unknownId = ids.get(unknown);
    if (unknownId == null) {
      throw wrong("model.unk_token that is in the vocabulary", model.path("unk_token"));
    }
    int most = model.path("max_input_chars_per_word").asInt(100);
    if (most < 1 || most > 10_000) {
      throw wrong("model.max_input_chars_per_word", model.path("max_input_chars_per_word"));
    }
    return new WordPieces(new Vocabulary(ids), new Vocabulary(continuing), unknownId, most);
  }

  private BertNormalizer normalizer() {
    expect("normalizer", "BertNormalizer");
    JsonNode bert = root.path("normalizer");
    boolean lowercase = bert.path("lowercase").asBoolean(true);
    JsonNode strip = bert.path("strip_accents");
    return new BertNormalizer(
        bert.path("clean_text").asBoolean(true),
        bert.path("handle_chinese_chars").asBoolean(true),
        strip.isBoolean() ? strip.asBoolean() : lowercase,
        lowercase);
  }

  private List<WordPieceTokenizer.Added> added() {
    List<WordPieceTokenizer.Added> added = new ArrayList<>();
    for (JsonNode token : root.path("added_tokens")) {
      for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
        if (token.path(flag).asBoolean(false)) {
          throw wrong("added_tokens with \"" + flag + "\": false", token.path("content"));
        }
      }
      String content = token.path("content").asText();
      if (content.isEmpty()) {
        throw wrong("added_tokens[].content", token);
      }
      added.add(new WordPieceTokenizer.Added(content, id(content, token.path("id"))));
    }
    return added;
  }

  /** The ids before and behind the one text of a template. */
  private int[][] template(JsonNode post) {
    List<Integer> before = new ArrayList<>();
    List<Integer> behind = new ArrayList<>();
    boolean passed = false;
    for (JsonNode part : post.path("single")) {
      JsonNode special = part.path("SpecialToken");
      if (part.findValue("type_id") == null || part.findValue("type_id").asInt() != 0) {
        throw wrong("post_processor.single[].type_id of 0", part);
      }
      if (special.isMissingNode()) {
        passed = true;
        continue;
      }
      JsonNode named = post.path("special_tokens").path(special.path("id").asText()).path("ids");
      for (JsonNode id : named) {
        (passed ? behind : before).add(id(special.path("id").asText(), id));
      }
    }
    if (!passed) {
      throw wrong("post_processor.single", post.path("single"));
    }
    return new int[][] {
      before.stream().mapToInt(Integer::intValue).toArray(),
      behind.stream().mapToInt(Integer::intValue).toArray()
    };
  }

  private static int id(String token, JsonNode value) {
    if (!value.isInt() || value.asInt() < 0) {
      throw wrong("an id for the token \"" + token + "\"", value);
    }
    return value.asInt();
  }

  private void expect(String part, String type) {
    JsonNode found = root.path(part).path("type");
    if (!type.equals(found.asText())) {
      throw wrong(part, found);
    }
  }

  private static EncoderException wrong(String part, @Nullable JsonNode found) {
    String text = String.valueOf(found);
    String shown = text.isEmpty() ? "nothing" : text.substring(0, Math.min(80, text.length()));
    return new EncoderException(
        Fault.WRONG_TOKENIZER, "the tokenizer file has " + shown + " as " + part + SUPPORTED);
  }
}
