package peers;

import dev.millrace.CacheKey;
import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects by which keys are made, values that are not there, and values that fail. */
@Pipeline(Objects.Scorer.class)
interface Objects {
  /** Its key is what it says; what it keeps besides does not count. */
  final class Retriever {
    private final String config;
    private final int[] scratch = new int[4];

    Retriever(String config) {
      this.config = config;
    }

    @CacheKey
    String key() {
      return config;
    }

    String found(String query) {
      scratch[0]++;
      return config + "/" + query;
    }
  }

  /** Its public state is all it has. */
  final class Reranker {
    public final double threshold;
    private final List<Part> parts;

    Reranker(double threshold, List<Part> parts) {
      this.threshold = threshold;
      this.parts = parts;
    }

    public List<Part> parts() {
      return parts;
    }

    String ranked(String text) {
      return threshold + "/" + parts + "/" + text;
    }
  }

  /** Nested in another's key. */
  record Part(String name, Retriever retriever) {
    @Override
    public String toString() {
      return name + ":" + retriever.key();
    }
  }

  /** A callable whose state counts. */
  final class Scorer {
    private final int weight;

    Scorer(int weight) {
      this.weight = weight;
    }

    public int weight() {
      return weight;
    }

    @Node
    int score(String query) {
      Ran.node("score");
      return weight * query.length();
    }
  }

  @Node
  static String found(Retriever retriever, String query) {
    Ran.node("found");
    return retriever.found(query);
  }

  @Node
  static String ranked(Reranker reranker, String query) {
    Ran.node("ranked");
    return reranker.ranked(query);
  }

  @Node
  static String mixed(Retriever retriever, Reranker reranker, String query) {
    Ran.node("mixed");
    return retriever.found(query) + reranker.ranked(query);
  }

  @Node
  static String seen(@In(key = KeyPolicy.IDENTITY) List<String> thing, String query) {
    Ran.node("seen");
    return thing + query;
  }

  @Node
  static @Nullable String nothing(String query) {
    Ran.node("nothing");
    return query.isEmpty() ? null : query;
  }

  @Node
  static List<String> growing(String query) {
    Ran.node("growing");
    return new ArrayList<>(List.of(query));
  }

  @Node
  static int length(@Nullable String nothing, @Default("-1") int none) {
    Ran.node("length");
    return nothing == null ? none : nothing.length();
  }

  @Nested(Checked.class)
  List<Outcome<Integer>> numbers(@Each("text") List<String> texts);

  @Node
  static String causes(List<Outcome<Integer>> numbers) {
    Ran.node("causes");
    return numbers.toString();
  }

  final class Checked {
    private Checked() {}

    @Node
    static int number(String text) {
      Ran.node("number " + text);
      return Integer.parseInt(text);
    }
  }
}
