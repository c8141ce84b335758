package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ids of HuggingFace's own tokenizers, text by text. */
class TokenizerOracleTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));

  private static ObjectNode tokenizerFile() throws IOException {
    try (InputStream in =
        TokenizerOracleTest.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json")) {
      assertNotNull(in, "the model's artifact is on the test class path");
      return (ObjectNode) new ObjectMapper().readTree(in);
    }
  }

  private static HuggingFaceTokenizer oracle(byte[] json, int limit) {
    Map<String, String> options =
        Map.of("truncation", "true", "maxLength", String.valueOf(limit), "padding", "false");
    try {
      return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options);
    } catch (IOException | UnsatisfiedLinkError | RuntimeException e) {
      return Assumptions.abort("the native tokenizer does not load here, not compared: " + e);
    }
  }

  private static void compare(byte[] json, List<String> texts, int limit) {
    WordPieceTokenizer ours = WordPieceTokenizer.read(json);
    int[] ids = new int[limit];
    try (HuggingFaceTokenizer oracle = oracle(json, limit)) {
      for (String text : texts) {
        long[] expected = oracle.encode(text).getIds();
        int count = ours.encode(text, ids, 0, limit);
        int[] wanted = Arrays.stream(expected).mapToInt(Math::toIntExact).toArray();
        assertArrayEquals(wanted, Arrays.copyOf(ids, count), () -> "for the text " + escaped(text));
      }
    }
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= ' ' && c < 0x7F) {
                escaped.append((char) c);
              } else {
                escaped.append(String.format("<%X>", c));
              }
            });
    return escaped.toString();
  }

  @Test
  void cutsTextsAsTheOracleDoes() throws IOException {
    List<String> texts = NastyTexts.all(LONG ? 100_000 : 4_000);
    assertTrue(texts.size() > 4_000, texts.size() + " texts");
    compare(new ObjectMapper().writeValueAsBytes(tokenizerFile()), texts, 256);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, false, true",
    "true, true, true, false",
    "true, true, , false",
    "true, false, , true",
    "false, true, , true",
    "false, false, false, false"
  })
  void honoursEverySwitchOfTheNormalizer(
      boolean clean, boolean chinese, Boolean strip, boolean lowercase) throws IOException {
    ObjectNode file = tokenizerFile();
    ObjectNode normalizer = (ObjectNode) file.get("normalizer");
    normalizer.put("clean_text", clean).put("handle_chinese_chars", chinese);
    normalizer.put("strip_accents", strip).put("lowercase", lowercase);
    List<String> texts = NastyTexts.all(LONG ? 20_000 : 1_500);
    compare(new ObjectMapper().writeValueAsBytes(file), texts, 64);
  }

  @Test
  void treatsEveryCharacterAsTheOracleDoes() throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> texts = new ArrayList<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
          || !LONG && isLetter(c) && c > 0x3000 && c % 64 != 0) {
        continue;
      }
      text.append('a').appendCodePoint(c).append("b ");
      if (text.length() > 380) {
        texts.add(text.toString());
        text.setLength(0);
      }
    }
    texts.add(text.toString());
    compare(new ObjectMapper().writeValueAsBytes(tokenizerFile()), texts, 512);
  }

  /** Whether nothing but being a letter, or not being at all, can be said of it. */
  private static boolean isLetter(int c) {
    int type = Character.getType(c);
    return type == Character.OTHER_LETTER
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE;
  }

  @Test
  void cutsOffAtAnyLimitAsTheOracleDoes() throws IOException {
    byte[] json = new ObjectMapper().writeValueAsBytes(tokenizerFile());
    for (int limit : new int[] {3, 4, 5, 17, 128}) {
      compare(json, NastyTexts.all(200), limit);
    }
  }
}
