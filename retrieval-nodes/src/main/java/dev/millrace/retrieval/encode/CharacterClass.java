package dev.millrace.retrieval.encode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What BERT calls white space, control characters, punctuation, marks and Chinese characters. The
 * classes are bundled and not asked of the JDK, so that every JDK cuts a text the same way.
 */
final class CharacterClass {
  private static final String RESOURCE = "bert-characters.txt";

  /** Range by range, in order: its first character, then its last. */
  private static final int[] PUNCTUATION = read("punctuation");

  private static final int[] MARK = read("mark");
  private static final int[] DROPPED = read("dropped");

  private CharacterClass() {}

  /** Returns whether it has Unicode's White_Space property. */
  static boolean isSpace(int c) {
    if (c < 0x80) {
      return c == ' ' || c >= '\t' && c <= '\r';
    }
    return switch (c) {
      case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  /** Returns whether the cleaning of a text drops it: controls, formats, private use. */
  static boolean isDropped(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return false;
    }
    if (c < 0x80) {
      return c < ' ' || c == 0x7F;
    }
    return contains(DROPPED, c);
  }

  /** Returns whether it is a word of its own: all of ASCII's symbols, and Unicode's P*. */
  static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return c > ' '
          && c < 0x7F
          && !(c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }
    return contains(PUNCTUATION, c);
  }

  /** Returns whether it is an accent or another mark that takes no room. */
  static boolean isMark(int c) {
    return c >= 0x300 && contains(MARK, c);
  }

  /** Returns whether it is in one of the blocks that BERT calls Chinese. */
  static boolean isChinese(int c) {
    return c >= 0x3400
        && (c <= 0x4DBF
            || c >= 0x4E00 && c <= 0x9FFF
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0x20000 && c <= 0x2A6DF
            || c >= 0x2A700 && c <= 0x2B73F
            || c >= 0x2B740 && c <= 0x2B81F
            || c >= 0x2B920 && c <= 0x2CEAF
            || c >= 0x2F800 && c <= 0x2FA1F);
  }

  private static boolean contains(int[] ranges, int c) {
    int place = Arrays.binarySearch(ranges, c);
    // Between a first and a last: the place where it would go is odd.
    return place >= 0 || (-place - 1) % 2 == 1;
  }

  private static int[] read(String name) {
    try (InputStream in = CharacterClass.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, RESOURCE), StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .filter(line -> line.startsWith(name))
          .flatMap(line -> Stream.of(line.substring(name.length() + 1).split(" ")))
          .flatMapToInt(CharacterClass::range)
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IntStream range(String text) {
    int dash = text.indexOf('-');
    String first = dash < 0 ? text : text.substring(0, dash);
    return IntStream.of(
        Integer.parseInt(first, 16), Integer.parseInt(text.substring(dash + 1), 16));
  }
}
