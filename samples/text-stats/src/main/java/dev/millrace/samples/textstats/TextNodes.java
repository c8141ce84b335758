package dev.millrace.samples.textstats;

import dev.millrace.Node;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Two nodes. Each is a plain method, and is named after what it returns. */
public final class TextNodes {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

  private TextNodes() {}

  /** The words of a text, in small letters, in order. */
  @Node
  public static List<String> words(String text) {
    return WORD.matcher(text).results().map(word -> word.group().toLowerCase(Locale.ROOT)).toList();
  }

  /** How rich its vocabulary is: the share of words that are not repetitions. */
  @Node
  public static double richness(List<String> words) {
    return words.isEmpty() ? 0 : (double) words.stream().distinct().count() / words.size();
  }
}
