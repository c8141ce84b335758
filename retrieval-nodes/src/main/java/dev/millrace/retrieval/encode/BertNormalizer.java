package dev.millrace.retrieval.encode;

import java.text.Normalizer;

/**
 * BERT's cleaning of a text, character by character: what {@code BertNormalizer} does in a
 * tokenizer.json, with the same four switches, followed by the split at white space and
 * punctuation.
 *
 * <p>Nearly all text passes without a copy. Accents have to be taken off by canonical
 * decomposition, which reorders marks and so needs more than one character at a time: only a
 * stretch without white space that holds such characters is copied.
 */
final class BertNormalizer {
  private static final int TABLE = 0x300;

  /**
   * The most marks that are put in order at once: the JDK takes time with the square of their
   * number. Unicode's stream-safe format (UAX #15, section 13) has 30, and no language more.
   */
  private static final int MOST_MARKS = 64;

  /** How many characters are decomposed at once, about. */
  private static final int PIECE = 4096;

  private static final char DROPPED = 0;
  private static final char DECOMPOSED = '\uFFFF';

  private final boolean clean;
  private final boolean chinese;
  private final boolean strip;
  private final boolean lowercase;

  /** What the characters below the first combining mark become, one for one. */
  private final char[] table = new char[TABLE];

  BertNormalizer(boolean clean, boolean chinese, boolean strip, boolean lowercase) {
    this.clean = clean;
    this.chinese = chinese;
    this.strip = strip;
    this.lowercase = lowercase;
    for (char c = 0; c < TABLE; c++) {
      table[c] = tableEntry(c);
    }
  }

  /** Hands the words of a stretch of text to {@code words}; the last one is ended. */
  void split(String text, int from, int to, Words words) {
    int start = from;
    while (start < to && !words.full()) {
      int stop = start;
      boolean simple = true;
      for (; stop < to && !breaks(text.charAt(stop)); stop++) {
        simple &= isSimple(text.charAt(stop));
      }
      if (simple) {
        simple(text, start, stop, words);
      } else if (strip) {
        decomposed(text, start, stop, words);
      } else {
        composed(text, start, stop, words);
      }
      words.endWord();
      start = stop + 1;
    }
  }

  private static boolean breaks(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /**
   * Whether no neighbour can matter: general punctuation and Chinese neither decompose nor mark.
   */
  private boolean isSimple(char c) {
    return c < TABLE
        ? table[c] != DECOMPOSED
        : c >= 0x2010 && c < 0x20D0 || c >= 0x4E00 && c <= 0x9FFF;
  }

  private void simple(String text, int from, int to, Words words) {
    for (int i = from; i < to && !words.full(); i++) {
      char c = text.charAt(i);
      if (c < TABLE) {
        if (table[c] != DROPPED) {
          words.character(table[c]);
        }
      } else {
        one(c, words);
      }
    }
  }

  private void composed(String text, int from, int to, Words words) {
    int c;
    for (int i = from; i < to && !words.full(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      one(scalar(c), words);
    }
  }

  private void decomposed(String text, int from, int to, Words words) {
    StringBuilder kept = words.scratch;
    int marks = 0;
    int c;
    for (int i = from; i < to && !words.full(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      int scalar = scalar(c);
      if (clean && CharacterClass.isDropped(scalar)) {
        continue;
      }
      marks = combines(scalar) ? marks + 1 : 0;
      if (marks == MOST_MARKS || marks == 0 && kept.length() >= PIECE) {
        flush(kept, words);
        marks = 0;
      }
      if (chinese && CharacterClass.isChinese(scalar)) {
        kept.append(' ').appendCodePoint(scalar).append(' ');
      } else {
        kept.appendCodePoint(scalar);
      }
    }
    flush(kept, words);
  }

  private void flush(StringBuilder kept, Words words) {
    String plain = Normalizer.normalize(kept, Normalizer.Form.NFD);
    kept.setLength(0);
    int c;
    for (int i = 0; i < plain.length() && !words.full(); i += Character.charCount(c)) {
      c = plain.codePointAt(i);
      if (!CharacterClass.isMark(c)) {
        lower(c, words);
      }
    }
  }

  /** Whether it may change places with its neighbours. */
  private static boolean combines(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /** Half a surrogate pair is no character: it becomes the one that stands for that. */
  private static int scalar(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c;
  }

  private void one(int c, Words words) {
    if (clean && CharacterClass.isDropped(c)) {
      return;
    }
    if (chinese && CharacterClass.isChinese(c)) {
      words.single(c);
    } else {
      lower(c, words);
    }
  }

  private void lower(int c, Words words) {
    if (!lowercase) {
      words.character(c);
    } else if (c == 0x130) {
      // The one character whose lower case is two.
      words.character('i');
      words.character(0x307);
    } else {
      words.character(Character.toLowerCase(c));
    }
  }

  private char tableEntry(char c) {
    if (clean && CharacterClass.isDropped(c)) {
      return DROPPED;
    }
    String one = String.valueOf(c);
    if (strip) {
      one = Normalizer.normalize(one, Normalizer.Form.NFD);
      int kept = 0;
      while (kept < one.length() && !CharacterClass.isMark(one.charAt(kept))) {
        kept++;
      }
      one = one.substring(0, kept);
    }
    if (one.length() != 1 || one.charAt(0) == 0x130 || c == 0) {
      return DECOMPOSED;
    }
    return lowercase ? (char) Character.toLowerCase((int) one.charAt(0)) : one.charAt(0);
  }
}
