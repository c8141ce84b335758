package grids;

import dev.millrace.Default;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import dev.millrace.When;
import dev.millrace.runtime.Resource;
import java.util.List;

/** What many runs have in common is mostly hidden here: the index, a record, the variants. */
@Pipeline(
    value = Search.Nodes.class,
    inputs = {"text", "fusion", "k"},
    outputs = {"found", "count"})
interface Search {
  enum Fusion {
    FIRST,
    ALL
  }

  record Found(List<String> words, int count) {}

  interface Index {
    List<String> words();
  }

  final class Nodes {
    private Nodes() {}

    @Node
    static Resource<Index> index(String text) {
      List<String> words = List.of(text.split(" "));
      return Resource.live(() -> words);
    }

    @Node("hits")
    @When("FIRST")
    static List<String> first(Fusion fusion, Index index) {
      return index.words().subList(0, 1);
    }

    @Node("hits")
    @When("ALL")
    static List<String> all(Fusion fusion, Index index) throws InterruptedException {
      return index.words();
    }

    @Node
    @Split
    static Found counted(List<String> hits, @Default("10") int k) {
      return new Found(hits, Math.min(k, hits.size()));
    }

    @Node
    static String found(List<String> words) {
      return String.join(" ", words);
    }
  }
}
