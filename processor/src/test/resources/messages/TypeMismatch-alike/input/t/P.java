package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline({Word.class, t.lib.Word.class})
interface P {
  @Node
  static int size(Word word) {
    return word.text().length();
  }

  @Node
  static List<t.lib.Word> words(t.lib.Word word) {
    return List.of(word);
  }
}
