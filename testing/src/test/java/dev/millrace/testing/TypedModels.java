package dev.millrace.testing;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Embedding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records that hold numbers, mapped over, taken apart into others, and collected again. */
@Pipeline({TypedModels.Books.class, TypedModels.Index.class})
public interface TypedModels {

  /** Whose numbers are of all kinds. */
  record Passage(
      String id,
      Embedding embedding,
      float[] floats,
      float[][] matrix,
      double[] doubles,
      byte[] bytes) {}

  /** Records in a list in a record. */
  record Book(String title, List<Passage> passages) {}

  /** A record in a record, with an embedding of its own. */
  record Scored(Passage passage, Embedding doubled, float[] sums) {}

  /** Explode: the passages of all books. */
  final class Books {
    private Books() {}

    @Node
    public static List<Passage> passages(List<Book> books) {
      return books.stream().flatMap(book -> book.passages().stream()).toList();
    }
  }

  /** A passage at a time, or many. */
  final class Scoring {
    private Scoring() {}

    @Node
    public static Embedding doubled(Passage passage) {
      float[][] rows = new float[passage.embedding().rows()][];
      for (int row = 0; row < rows.length; row++) {
        rows[row] = passage.embedding().row(row);
        for (int column = 0; column < rows[row].length; column++) {
          rows[row][column] *= 2;
        }
      }
      return Embedding.of(rows);
    }

    @Node
    public static float[] sums(float[][] matrix) {
      float[] sums = new float[matrix.length];
      for (int row = 0; row < sums.length; row++) {
        for (float number : matrix[row]) {
          sums[row] += number;
        }
      }
      return sums;
    }

    @Node
    public static float[][] matrix(Passage passage) {
      return passage.matrix();
    }

    @Node
    public static Scored scored(Passage passage, Embedding doubled, float[] sums) {
      return new Scored(passage, doubled, sums);
    }

    @Batch
    public static List<Scored> scored(
        List<Passage> passages, List<Embedding> doubled, List<float[]> sums) {
      List<Scored> scored = new ArrayList<>();
      for (int i = 0; i < passages.size(); i++) {
        scored.add(new Scored(passages.get(i), doubled.get(i), sums.get(i)));
      }
      return scored;
    }
  }

  /** A pipeline for one book, with a map of its own. */
  @Pipeline
  interface OneBook {
    @Node
    static List<Passage> bookPassages(Book book) {
      return book.passages();
    }

    @Nested(Scoring.class)
    List<Scored> scoredBook(@Each("passage") List<Passage> bookPassages);
  }

  /** Collect: what was scored, by its id. */
  final class Index {
    private Index() {}

    @Node
    public static Map<String, Scored> index(List<Scored> scored) {
      Map<String, Scored> index = new LinkedHashMap<>();
      scored.forEach(each -> index.put(each.passage().id(), each));
      return index;
    }
  }

  /** Map. */
  @Nested(Scoring.class)
  List<Scored> scored(@Each("passage") List<Passage> passages);

  /** A map in a map. */
  @Nested(OneBook.class)
  List<List<Scored>> byBook(@Each("book") List<Book> books);

  /** A map in a map, joined. */
  @Nested(value = OneBook.class, flatten = true)
  List<Scored> joined(@Each("book") List<Book> books);
}
