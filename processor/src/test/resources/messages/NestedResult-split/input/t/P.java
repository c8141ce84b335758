package t;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import dev.millrace.runtime.Outcome;
import java.util.List;

/** One component keeps failures, the other does not; and one is of another type. */
@Pipeline
interface P {
  record Mixed(@As("count") List<Outcome<Integer>> counts, @As("shout") List<String> shouts) {}

  record Wrong(@As("count") List<Integer> numbers, @As("shout") List<Long> longs) {}

  @Nested(Nodes.class)
  @Split
  Mixed mixed(@Each("text") List<String> texts);

  @Nested(Nodes.class)
  @Split
  Wrong wrong(@Each("text") List<String> texts);

  final class Nodes {
    @Node
    static int count(String text) {
      return text.length();
    }

    @Node
    static String shout(String text) {
      return text + "!";
    }
  }
}
