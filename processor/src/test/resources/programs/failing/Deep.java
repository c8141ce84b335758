package failing;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.List;

/** A map in a map in a map. */
@Pipeline
interface Deep {
  @Nested(value = Book.class, output = "sum")
  List<Long> sums(@Each("chapters") List<List<List<Integer>>> books);

  @Nested(value = Book.class, output = "kept")
  List<Integer> keeps(@Each("chapters") List<List<List<Integer>>> books);

  /** One book. */
  @Pipeline(Chapter.class)
  interface Book {
    @Nested(value = Chapter.class, output = "words")
    List<Long> lengths(@Each("pages") List<List<Integer>> chapters);

    @Nested(value = Chapter.class, output = "found")
    List<Outcome<Integer>> softLengths(@Each("pages") List<List<Integer>> chapters);

    @Node
    static long sum(List<Long> lengths) {
      return lengths.stream().mapToLong(Long::longValue).sum();
    }

    @Node
    static int kept(List<Outcome<Integer>> softLengths) {
      return Outcome.values(softLengths).stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** One chapter. */
  @Pipeline(Page.class)
  interface Chapter {
    @Nested(value = Page.class, output = "length")
    List<Integer> counts(@Each("page") List<Integer> pages);

    @Nested(value = Page.class, output = "length")
    List<Outcome<Integer>> softCounts(@Each("page") List<Integer> pages);

    @Node
    static long words(List<Integer> counts) {
      long sum = 0;
      for (int i = 0; i < counts.size(); i++) {
        sum = 31 * sum + counts.get(i);
      }
      return sum;
    }

    @Node
    static int found(List<Outcome<Integer>> softCounts) {
      return Outcome.values(softCounts).size();
    }
  }

  /** One page. */
  final class Page {
    private Page() {}

    @Node
    static int length(int page, Model model) throws Exception {
      return model.one(page);
    }

    @Batch
    static List<Integer> length(List<Integer> page, Model model) throws Exception {
      return model.all(page);
    }
  }
}
