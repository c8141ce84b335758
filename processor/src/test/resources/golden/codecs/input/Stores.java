package stores;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import dev.millrace.Stored;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Pipeline(Stores.Nodes.class)
public interface Stores {
  @Nested(value = Words.class, output = "vector")
  List<Embedding> vectors(@Each("word") List<Word> words);

  enum Mode {
    FAST,
    SLOW
  }

  record Word(String text, int count, @Nullable Word next, List<? extends Word> synonyms) {}

  record Pair<A, B>(A one, B two) {}

  record Nothing() {}

  sealed interface Shape<T> permits Circle, Marked, Plain, Histogram {}

  record Circle<T>(double radius, T mark) implements Shape<T> {}

  sealed interface Marked<T> extends Shape<T> permits Square {}

  record Square<T>(List<T>[] sides) implements Marked<T> {}

  enum Plain implements Shape<String> {
    POINT
  }

  @Stored(by = HistogramCodec.class)
  final class Histogram implements Shape<String> {
    final int[] counts;

    Histogram(int... counts) {
      this.counts = counts.clone();
    }
  }

  final class HistogramCodec implements Codec<Histogram> {
    @Override
    public void write(BlobOut out, Histogram value) {
      out.size(value.counts.length);
      for (int each : value.counts) {
        out.i32(each);
      }
    }

    @Override
    public Histogram read(BlobIn in) {
      int[] counts = new int[in.count(Integer.BYTES)];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = in.i32();
      }
      return new Histogram(counts);
    }

    @Override
    public String schema() {
      return "counts";
    }

    @Override
    public boolean isImmutable() {
      return true;
    }
  }

  /** Takes the name that a generated class would have. */
  record Index(String text) {}

  final class IndexCodec implements FolderCodec<Index> {
    @Override
    public void write(Path folder, Index value) throws IOException {
      Files.writeString(folder.resolve("text"), value.text());
    }

    @Override
    public Index open(Path folder) throws IOException {
      return new Index(Files.readString(folder.resolve("text")));
    }

    @Override
    public String schema() {
      return "text";
    }
  }

  record All(
      boolean flag,
      byte small,
      short medium,
      char letter,
      long large,
      float single,
      double twofold,
      Integer boxed,
      int[][] grid,
      Path path,
      Collection<Mode> modes,
      ArrayList<Nothing> nothings,
      LinkedHashMap<String, Set<Instant>> times,
      Optional<Embedding> vector,
      Map<? extends Mode, Pair<String, ? extends List<Integer>>> pairs) {}

  record Parts(List<Word> first, Shape<String> second) {}

  final class Words {
    @Node
    static Embedding vector(Word word) {
      return Embedding.of(word.count());
    }
  }

  final class Nodes {
    @Node
    static List<Word> words(String text) {
      return List.of(new Word(text, 1, null, List.of()));
    }

    @Node
    static All all(List<Word> words) {
      throw new IllegalStateException();
    }

    @Node
    @Split
    static Parts parts(List<Word> words) {
      return new Parts(words, Plain.POINT);
    }

    @Node
    static @Nullable Word last(List<Word> words) {
      return words.isEmpty() ? null : words.get(words.size() - 1);
    }

    @Node
    static Thread thread(String text) {
      return new Thread(text);
    }

    @Node
    @Stored(by = IndexCodec.class)
    static Index index(String text) {
      return new Index(text);
    }

    @Node
    static List<? extends Shape<? extends String>> shapes(String text) {
      return List.of();
    }
  }
}
