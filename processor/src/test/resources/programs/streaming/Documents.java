package streaming;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Documents of pages: a map in a map. */
@Pipeline
interface Documents {
  @Nested(value = Document.class, output = "sum")
  List<Integer> sums(@Each("pages") List<List<Integer>> documents);

  @Nested(value = Document.class, output = "sum")
  List<Outcome<Integer>> softSums(@Each("pages") List<List<Integer>> documents);

  @Nested(value = Document.class, output = "kept")
  List<Integer> keptPages(@Each("pages") List<List<Integer>> documents);

  /** One document. */
  @Pipeline(Page.class)
  interface Document {
    @Nested(value = Page.class, output = "length")
    List<Integer> lengths(@Each("page") List<Integer> pages);

    @Nested(value = Page.class, output = "length")
    List<Outcome<Integer>> softLengths(@Each("page") List<Integer> pages);

    @Node
    static int sum(List<Integer> lengths) {
      return lengths.stream().mapToInt(Integer::intValue).sum();
    }

    @Node
    static int kept(List<Outcome<Integer>> softLengths) {
      return Outcome.values(softLengths).size();
    }
  }

  /** One page. */
  final class Page {
    static final List<Integer> BATCHES = new ArrayList<>();

    private Page() {}

    @Node
    static int length(int page, IntFunction<Integer> measure) {
      return measure.apply(page);
    }

    @Batch
    static List<Integer> length(List<Integer> page, IntFunction<Integer> measure) {
      synchronized (BATCHES) {
        BATCHES.add(page.size());
      }
      return page.stream().map(measure::apply).toList();
    }
  }
}
