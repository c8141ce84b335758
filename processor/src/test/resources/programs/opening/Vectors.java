package opening;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Stateful;
import java.util.List;

/** Nodes of resources, mapped, with twins. */
@Pipeline(Vectors.Speller.class)
interface Vectors {

  @Stateful
  final class Embedder implements AutoCloseable {
    private final String name;

    Embedder(String name) {
      this.name = name;
      Diary.note("open " + name);
    }

    @Node
    String vector(String word) {
      if (word.equals("bad")) {
        throw new IllegalArgumentException("bad word");
      }
      return name + word;
    }

    @Batch
    List<String> vector(List<String> words) {
      Diary.note("twin " + words.size());
      return words.stream().map(this::vector).toList();
    }

    @Override
    public void close() {
      Diary.note("close " + name);
    }
  }

  @Stateful
  interface Speller {
    String mend(String word);

    @Node
    default String spelt(String word) {
      return mend(word);
    }

    @Batch
    default List<String> spelt(List<String> words) {
      Diary.note("spell " + words.size());
      return words.stream().map(this::mend).toList();
    }
  }

  @Stateful
  final class Upper implements Speller {
    Upper() {
      Diary.note("open upper");
    }

    @Override
    public String mend(String word) {
      return word.toUpperCase(java.util.Locale.ROOT);
    }
  }

  @Nested(Embedder.class)
  List<String> vectors(@Each("word") List<String> words);

  @Nested(Speller.class)
  List<String> mended(@Each("word") List<String> words);
}
