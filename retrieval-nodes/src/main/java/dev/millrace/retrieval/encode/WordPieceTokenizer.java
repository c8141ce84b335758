package dev.millrace.retrieval.encode;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * BERT's tokenizer, read from a {@code tokenizer.json} of HuggingFace's tokenizers: the same ids as
 * that library gives, without native code, regular expressions or a copy of the text.
 *
 * <p>What the file says about truncation and padding is ignored: the caller names the limit.
 */
public final class WordPieceTokenizer implements Tokenizer {
  /** A token that is recognised in the text as it stands, before anything else. */
  record Added(String content, int id) {}

  private final WordPieces pieces;
  private final BertNormalizer normalizer;
  private final Added[] added;
  private final boolean[] addedStarts = new boolean[128];
  private final int[] prefix;
  private final int[] suffix;

  /** The working memory of the last text, for the next: most callers come one by one. */
  private final AtomicReference<@Nullable Words> spare = new AtomicReference<>();

  WordPieceTokenizer(
      WordPieces pieces, BertNormalizer normalizer, List<Added> added, int[] prefix, int[] suffix) {
    this.pieces = pieces;
    this.normalizer = normalizer;
    this.prefix = prefix;
    this.suffix = suffix;
    this.added =
        added.stream()
            .sorted(Comparator.comparingInt((Added a) -> a.content().length()).reversed())
            .toArray(Added[]::new);
    for (Added token : added) {
      addedStarts[Math.min(token.content().charAt(0), 127)] = true;
    }
  }

  /**
   * Returns the tokenizer that the bytes of a {@code tokenizer.json} describe.
   *
   * @throws EncoderException with {@link EncoderException.Fault#WRONG_TOKENIZER} if they describe
   *     another kind
   */
  public static WordPieceTokenizer read(byte[] json) {
    return new TokenizerFile(json).tokenizer();
  }

  @Override
  public String id() {
    return "wordpiece";
  }

  @Override
  public int encode(String text, int[] ids, int from, int limit) {
    if (limit < prefix.length + suffix.length) {
      throw new IllegalArgumentException(
          "a limit of "
              + limit
              + " ids has no room for the "
              + (prefix.length + suffix.length)
              + " special ones; give at least as many");
    }
    Objects.checkFromIndexSize(from, limit, ids.length);
    Words reused = spare.getAndSet(null);
    Words words = reused == null ? new Words(pieces) : reused;
    words.begin(ids, from, from + limit - suffix.length);
    for (int id : prefix) {
      words.id(id);
    }
    split(text, words);
    int next = words.finish();
    spare.set(words);
    System.arraycopy(suffix, 0, ids, next, suffix.length);
    return next + suffix.length - from;
  }

  private void split(String text, Words words) {
    int start = 0;
    for (int i = 0; i < text.length() && !words.full(); i++) {
      if (addedStarts[Math.min(text.charAt(i), 127)]) {
        Added token = addedAt(text, i);
        if (token != null) {
          normalizer.split(text, start, i, words);
          words.id(token.id());
          start = i + token.content().length();
          i = start - 1;
        }
      }
    }
    normalizer.split(text, start, text.length(), words);
  }

  private @Nullable Added addedAt(String text, int place) {
    for (Added token : added) {
      if (text.startsWith(token.content(), place)) {
        return token;
      }
    }
    return null;
  }
}
