package dev.millrace.samples.textstats;

import dev.millrace.Node;
import java.util.List;
import java.util.Locale;

final class TextNodes {
  private TextNodes() {}

  @Node
  static List<String> words(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split("\\W+"));
  }

  @Node
  static long distinctWords(List<String> words) {
    return words.stream().distinct().count();
  }
}
