package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no oracle can be asked: limits, half characters, and files of another kind. */
class WordPieceTokenizerTest {
  private static final WordPieceTokenizer TINY = read(TinyModel.TOKENIZER);

  private static WordPieceTokenizer read(String json) {
    return WordPieceTokenizer.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static int[] ids(WordPieceTokenizer tokenizer, String text) {
    int[] ids = new int[64];
    return Arrays.copyOf(ids, tokenizer.encode(text, ids, 0, 64));
  }

  private static int[] ids(String text) {
    int[] ids = new int[64];
    return Arrays.copyOf(ids, TINY.encode(text, ids, 0, 64));
  }

  @Test
  void takesTheLongestTokenFromTheLeft() {
    assertArrayEquals(new int[] {2, 5, 10, 11, 3}, ids("abc"));
    assertArrayEquals(new int[] {2, 1, 5, 3}, ids("abx A"));
  }

  @Test
  void findsSpecialTokensInTheText() {
    assertArrayEquals(new int[] {2, 5, 4, 6, 3, 3}, ids("a[MASK]b[SEP]"));
    assertArrayEquals(new int[] {2, 1, 1, 1, 3}, ids("[mask]"));
  }

  @Test
  void halfACharacterIsNone() {
    assertArrayEquals(new int[] {2, 5, 10, 3}, ids("a\ud83db"));
    assertArrayEquals(new int[] {2, 5, 10, 3}, ids("a\ude00b\ud83d"));
    String kept = TinyModel.TOKENIZER.replace("\"clean_text\": true", "\"clean_text\": false");
    assertArrayEquals(new int[] {2, 1, 3}, ids(read(kept), "a\ud83db"));
  }

  /** Put in order all at once, these would take the JDK some hours. */
  @Test
  void aFloodOfMarksIsTakenOffInPieces() {
    String flood = "\u0301\u0323".repeat(1_000_000);
    assertArrayEquals(new int[] {2, 5, 10, 11, 3}, ids("a" + flood + "b\u0301c" + flood));
    String visible = "\ud834\udd6d\ud834\udd65".repeat(500_000);
    assertArrayEquals(new int[] {2, 1, 5, 3}, ids(visible + " a"));
  }

  @Test
  void writesWhereItIsToldAndNowhereElse() {
    int[] ids = new int[10];
    Arrays.fill(ids, -1);
    assertEquals(4, TINY.encode("a b c d", ids, 3, 4));
    assertArrayEquals(new int[] {-1, -1, -1, 2, 5, 6, 3, -1, -1, -1}, ids);
  }

  @Test
  void refusesALimitWithoutRoomForTheSpecialTokens() {
    assertEquals(2, TINY.encode("a b", new int[2], 0, 2));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TINY.encode("a", new int[9], 0, 1));
    assertTrue(e.getMessage().contains("a limit of 1"), e.getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> TINY.encode("a", new int[9], 5, 5));
  }

  @Test
  void countsWhatItWouldWrite() {
    assertEquals(5, TINY.count("abc", 256));
    assertEquals(4, TINY.count("abc", 4));
  }

  @Test
  void givesManyThreadsWhatItGivesOne() {
    String text = "abc d . [MASK] xyz ".repeat(3);
    int[] expected = ids(text);
    IntStream.range(0, 20_000)
        .parallel()
        .forEach(
            i -> {
              String mine = i % 2 == 0 ? text : "d";
              assertArrayEquals(i % 2 == 0 ? expected : new int[] {2, 8, 3}, ids(mine));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\": \"BertNormalizer\" | \"type\": \"NFC\" | \"NFC\" as normalizer",
        "\"type\": \"BertPreTokenizer\" | \"type\": \"Metaspace\" | \"Metaspace\" as pre_tokenizer",
        "\"type\": \"WordPiece\" | \"type\": \"BPE\" | \"BPE\" as model",
        "\"type\": \"BertProcessing\" | \"type\": \"Roberta\" | \"Roberta\" as post_processor",
        "\"unk_token\": \"[UNK]\" | \"unk_token\": \"<unk>\" | \"<unk>\" as model.unk_token",
        "\"##a\": 9 | \"##a\": \"9\" | \"9\" as an id for the token \"##a\"",
        "\"normalized\": false | \"normalized\": true | \"normalized\"",
        "\"max_input_chars_per_word\": 100 | \"max_input_chars_per_word\": 0 | max_input_chars",
      })
  void refusesAFileOfAnotherKindAndSaysWhatItHas(String part, String other, String because) {
    String file = TinyModel.TOKENIZER.replace(part, other);
    EncoderException e = assertThrows(EncoderException.class, () -> read(file));
    assertEquals(Fault.WRONG_TOKENIZER, e.fault());
    assertTrue(e.getMessage().contains(because), e.getMessage());
    assertTrue(e.getMessage().contains("supported is BERT's"), e.getMessage());
  }

  @Test
  void refusesWhatIsNoJson() {
    assertEquals(
        Fault.WRONG_TOKENIZER,
        assertThrows(EncoderException.class, () -> read("a vocabulary")).fault());
    assertEquals(
        Fault.WRONG_TOKENIZER, assertThrows(EncoderException.class, () -> read("[]")).fault());
    assertEquals(
        Fault.WRONG_TOKENIZER, assertThrows(EncoderException.class, () -> read("")).fault());
  }
}
