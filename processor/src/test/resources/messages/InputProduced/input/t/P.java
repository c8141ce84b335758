package t;

import dev.millrace.As;
import dev.millrace.Input;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;

@Pipeline
interface P {
  @Node
  static int words(String text) {
    return text.length();
  }

  @Node
  static int twice(@Input int words) {
    return 2 * words;
  }

  // "word", beside "words", is taken for no slip where it says that it is an input.
  @Nested(value = Lengths.class, output = "length")
  int meant(@As("text") @Input String word, int words);

  @Nested(value = Lengths.class, output = "length")
  int produced(@As("text") @Input String line, @Input int words);

  final class Lengths {
    @Node
    static int length(String text, int words) {
      return text.length() + words;
    }
  }
}
