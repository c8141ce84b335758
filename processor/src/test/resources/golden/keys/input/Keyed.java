package keyed;

import dev.millrace.ByContent;
import dev.millrace.ByName;
import dev.millrace.CacheKey;
import dev.millrace.CacheKeyed;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Stateful;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Pipeline(Keyed.Nodes.class)
public interface Keyed {
  @Nested(value = Words.class, output = "length")
  List<Integer> lengths(@Each("word") List<Word> words);

  enum Mode {
    FAST,
    SLOW
  }

  record Word(String text, int count, @Nullable Word next, List<Word> synonyms) {}

  record Pair<A, B>(A one, B two) {}

  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(double side, Mode mode) implements Shape {}

  interface Scorer extends CacheKeyed {}

  class Tagger {
    private final String model;
    private transient int calls;
    public final int level;

    Tagger(String model, int level) {
      this.model = model;
      this.level = level;
    }

    public String getModel() {
      calls++;
      return model;
    }

    int calls() {
      return calls;
    }
  }

  final class Index {
    private final byte[] bytes;

    Index(byte[] bytes) {
      this.bytes = bytes;
    }

    @CacheKey
    byte[] content() {
      return bytes;
    }
  }

  @CacheKey
  final class Upper {}

  record Corpus(@ByContent Path file, @ByName List<Path> others) {}

  @Stateful
  final class Model {
    Model(
        @ByContent Path folder,
        Mode mode,
        String[] words,
        int sink,
        @Nullable String title,
        @In(key = KeyPolicy.IGNORE) String secret,
        @In(key = KeyPolicy.IDENTITY) Thread thread) {}
  }

  final class Words {
    @Node
    static int length(Word word, Mode mode) {
      return word.text().length() + mode.ordinal();
    }
  }

  final class Nodes {
    @Node
    static List<Word> words(
        Corpus corpus,
        @ByContent Map<String, Path> files,
        Shape shape,
        Scorer scorer,
        Tagger tagger,
        Index index,
        Upper upper) {
      return List.of();
    }

    @Node
    static Pair<String, List<Integer>> pair(
        Optional<Pair<Word, Instant>> pairs,
        int[][] grid,
        @Nullable String title,
        @In(key = KeyPolicy.IGNORE) Thread thread,
        long seed) {
      return new Pair<>("", List.of());
    }
  }
}
