package over;

import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.Input;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** corpus -> index -> hits (of a query) -> best, scores; size stands alone. */
@Pipeline(Search.Nodes.class)
interface Search {
  List<String> RAN = new ArrayList<>();

  /** Each hit for itself, and a weight that is the same for all. */
  @Nested(Scoring.class)
  List<Integer> scores(@Each("hit") List<String> hits);

  final class Nodes {
    private Nodes() {}

    @Node
    static List<String> index(String corpus) throws IOException {
      RAN.add("index");
      if (corpus.isEmpty()) {
        throw new IOException("an empty corpus");
      }
      return List.of(corpus.split(" "));
    }

    @Node
    static int size(List<String> index) {
      RAN.add("size");
      return index.size();
    }

    @Node
    static List<String> hits(List<String> index, String query, @Default("10") int k) {
      RAN.add("hits " + query);
      return index.stream().filter(word -> word.contains(query)).limit(k).toList();
    }

    @Node
    static @Nullable String best(List<String> hits, int size) {
      RAN.add("best");
      return hits.isEmpty() ? null : hits.get(0) + "/" + size;
    }
  }

  final class Scoring {
    private Scoring() {}

    @Node
    static int weight(@Input @Nullable Integer boost) {
      RAN.add("weight " + boost);
      if (boost != null && boost == 13) {
        throw new IllegalArgumentException("13");
      }
      return boost == null ? 1 : boost;
    }

    @Node
    static int score(String hit, int weight) throws IOException {
      if (hit.startsWith("bad")) {
        throw new IOException("no score for " + hit);
      }
      return weight * hit.length();
    }
  }
}
