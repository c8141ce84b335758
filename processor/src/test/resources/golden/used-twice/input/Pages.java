package twice;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** One class and one pipeline, each used twice under different names, and one as it is besides. */
@Pipeline(Pages.Cleaning.class)
interface Pages {
  @Nested(Cleaning.class)
  String title(@As("text") String heading);

  @Nested(Cleaning.class)
  String body(@As("text") String content);

  @Nested(value = Words.class, output = "words")
  List<String> titleWords(@As("line") String title);

  @Nested(value = Words.class, output = "size")
  List<Integer> bodySizes(@Each("line") List<String> lines, @As("least") int shortest);

  /** Reads both, by other names than its own. */
  @Node
  static String page(@In("title") String first, @In("body") String second) {
    return first + ": " + second;
  }

  final class Cleaning {
    private Cleaning() {}

    @Node
    static String cleaned(String text) {
      return text.strip();
    }
  }

  /** Its own nested use is in both uses of it. */
  @Pipeline
  interface Words {
    @Nested(Cleaning.class)
    String plain(@As("text") String line);

    @Node
    static List<String> words(String plain, int least) {
      return List.of(plain.split(" ")).stream().filter(word -> word.length() >= least).toList();
    }

    @Node
    static int size(List<String> words) {
      return words.size();
    }
  }
}
