package t.lib;

import dev.millrace.Node;

public record Word(String text) {
  @Node
  public static Word word(String text) {
    return new Word(text);
  }
}
