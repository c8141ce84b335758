package variants;

import dev.millrace.As;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

/** The nodes once, in a use, mapped by one fusion, and mapped with a fusion for each. */
@Pipeline(Nodes.class)
interface Search {
  @Nested(value = Nodes.class, output = "fused")
  String other(@As("text") String title);

  @Nested(value = Nodes.class, output = "fused")
  List<String> all(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "sorted")
  List<String> allSorted(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "report")
  List<String> each(
      @Each("text") List<String> texts,
      @Each("fusion") List<Nodes.Fusion> fusions,
      @Each("order") List<Nodes.Order> orders);

  @Nested(value = Nodes.class, output = "fused")
  List<String> tries(String text, @Each("fusion") List<? extends Nodes.Fusion> fusions);

  @Nested(value = Nodes.class, output = "sorted")
  List<String> again(@Each("fused") List<String> fusedOnes);

  @Nested(value = Grid.class, output = "cells")
  List<List<String>> grid(@Each("text") List<String> texts, @As("kinds") List<Nodes.Fusion> fusions);

  /** A choice, in a map, in a map. */
  @Pipeline
  interface Grid {
    @Nested(value = Nodes.class, output = "fused")
    List<String> cells(@Each("fusion") List<Nodes.Fusion> kinds);
  }
}
