package question;

import dev.millrace.As;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline
interface Question {
  @Nested(value = Terms.class, output = "terms")
  List<String> queryTerms(@As("text") String query);

  /** The result may be wider than what comes out inside. */
  @Nested(value = Terms.class, output = "count")
  long documentTerms(@As("text") String document, String separator);

  final class Terms {
    private Terms() {}

    @Node
    static List<String> terms(String text, String separator) {
      return List.of(text.split(separator));
    }

    @Node
    static int count(List<String> terms) {
      return terms.size();
    }
  }
}
