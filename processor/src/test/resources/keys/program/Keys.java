package keys;

import dev.millrace.ByContent;
import dev.millrace.ByName;
import dev.millrace.CacheKey;
import dev.millrace.CacheKeyed;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Stateful;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has keys: each kind of type once. */
@Pipeline
interface Keys {
  record Word(String text, @Nullable Word next, List<Word> synonyms) {}

  record Other(String text, @Nullable Word next, List<Word> synonyms) {}

  record Pair<A, B>(A one, B two) {}

  sealed interface Setting<T> permits One, Many {}

  record One<T>(T value) implements Setting<T> {}

  record Many<T>(List<T> values) implements Setting<T> {}

  interface Scorer extends CacheKeyed {}

  record Bm25(double k1) implements Scorer {
    @Override
    public String cacheKey() {
      return "" + k1;
    }
  }

  record Cosine(double k1) implements Scorer {
    @Override
    public String cacheKey() {
      return "" + k1;
    }
  }

  class Tagger {
    private final String model;
    public final int level;
    private transient int calls;

    Tagger(String model, int level) {
      this.model = model;
      this.level = level;
    }

    public String model() {
      calls++;
      return model;
    }

    int calls() {
      return calls;
    }
  }

  final class Index {
    private final byte[] bytes;
    private final String name;

    Index(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    @CacheKey
    byte[] content() {
      return bytes;
    }

    String name() {
      return name;
    }
  }

  @CacheKey
  final class Upper {}

  enum Mode {
    FAST {
      @Override
      int speed() {
        return 2;
      }
    },
    SLOW;

    int speed() {
      return 1;
    }
  }

  record Files(@ByContent Path content, @ByName Path name) {}

  @Node
  static List<Word> words(
      Pair<String, Integer> pair,
      Pair<Integer, String> swapped,
      Setting<String> setting,
      Scorer scorer,
      Tagger tagger,
      Index index,
      Upper upper,
      Mode mode,
      Files files) {
    return List.of();
  }

  @Stateful
  final class Client {
    private final String url;

    Client(String url, Map<String, Integer> limits, @In(key = KeyPolicy.IGNORE) String secret) {
      this.url = url + limits.size() + secret.length();
    }

    String url() {
      return url;
    }
  }

  @Node
  static Word first(
      Map<String, Optional<Set<Word>>> deep, float weight, Optional<Double> exact, Other other) {
    return new Word("", null, List.of());
  }
}
