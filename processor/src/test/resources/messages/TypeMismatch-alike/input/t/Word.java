package t;

import dev.millrace.Node;
import java.util.List;

record Word(String text) {
  @Node
  static int length(List<Word> words, Word[] word) {
    return word.length + words.size();
  }
}
