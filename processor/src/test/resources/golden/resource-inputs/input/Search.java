package search;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Scope;
import dev.millrace.Stateful;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.Resource;
import java.util.List;
import java.util.Optional;

/** An encoder that runs share, a parser that they do not, and an index that a node makes. */
@Pipeline({Search.Words.class, Search.Parser.class})
public interface Search {
  @Stateful
  interface Encoder {
    float encode(String word);
  }

  @Stateful(scope = Scope.PER_WORKER, maxInstances = 2)
  abstract class Parser {
    @Node
    abstract List<String> words(String text);
  }

  final class Index implements AutoCloseable {
    boolean has(float vector) {
      return vector > 0;
    }

    @Override
    public void close() {}
  }

  final class Words {
    private Words() {}

    @Node
    static float vector(String word, Encoder encoder) {
      return encoder.encode(word);
    }

    @Batch
    static List<Float> vector(List<String> words, Encoder encoder) {
      return words.stream().map(encoder::encode).toList();
    }

    @Node
    static String explained(String word, Encoder encoder, Optional<Encoder> other) {
      return word + encoder.encode(word) + other.isPresent();
    }
  }

  @Nested(value = Words.class, output = "vector")
  List<Float> vectors(@Each("word") List<String> words);

  @Nested(value = Words.class, output = "explained")
  List<Outcome<String>> explanations(@Each("word") List<String> words);

  @Node
  static Resource<Index> index(List<Float> vectors) {
    return Index::new;
  }

  @Node
  static boolean found(Index index, float vector) {
    return index.has(vector);
  }
}
