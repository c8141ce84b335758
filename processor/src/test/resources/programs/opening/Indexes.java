package opening;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.When;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.Resource;
import java.io.IOException;
import java.util.List;

/** Nodes that make what must be closed. */
@Pipeline(Indexes.Made.class)
interface Indexes {

  final class Index implements AutoCloseable {
    private final String words;
    private volatile boolean closed;

    Index(String words) {
      this.words = words;
      Diary.note("open " + words);
    }

    boolean has(String word) {
      if (closed) {
        throw new IllegalStateException(words + " is closed");
      }
      return words.contains(word);
    }

    @Override
    public void close() {
      closed = true;
      Diary.note("close " + words);
    }
  }

  record Words(String words) implements Resource<Index> {
    @Override
    public Index open() throws IOException {
      if (words.equals("broken")) {
        throw new IOException("no words");
      }
      return new Index(words);
    }

    @Override
    public String toString() {
      return "index of " + words;
    }
  }

  final class Made {
    private Made() {}

    @Node
    static Resource<Index> index(String words) {
      return new Words(words);
    }

    @Node
    static boolean found(Index index, String word) {
      return index.has(word);
    }

    @Node
    static String both(Index index, boolean found) {
      return found + " " + index.has("a");
    }
  }

  enum Kind {
    SMALL,
    LARGE
  }

  final class Chosen {
    private Chosen() {}

    @Node("picked")
    @When("SMALL")
    static Resource<Index> small(Kind kind) {
      return () -> new Index("small");
    }

    @Node("picked")
    @When("LARGE")
    static Resource<Index> large(Kind kind) {
      return () -> new Index("large");
    }

    @Node
    static boolean pickedHas(Index picked, String word) {
      return picked.has(word);
    }
  }

  /** Variants that make resources. */
  @Pipeline(Chosen.class)
  interface Picking {}

  @Nested(value = Made.class, output = "index")
  List<Index> indexes(@Each("words") List<String> manyWords);

  @Node
  static int many(List<Index> indexes, String word) {
    return (int) indexes.stream().filter(each -> each.has(word)).count();
  }

  @Nested(value = Made.class, output = "found")
  List<Outcome<Boolean>> finds(@Each("words") List<String> manyWords);

  /** Maps in maps that give what they make. */
  @Pipeline
  interface Shelf {
    @Nested(value = Made.class, output = "index")
    List<Index> books(@Each("words") List<String> titles);
  }

  @Nested(Shelf.class)
  List<List<Index>> shelves(@Each("titles") List<List<String>> manyTitles);
}
