package stats;

import dev.millrace.Node;
import java.util.List;

public final class TextNodes {
  private TextNodes() {}

  @Node
  public static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  @Node
  public static long distinct(List<String> words, int atLeast) {
    return words.stream().filter(word -> word.length() >= atLeast).distinct().count();
  }
}
