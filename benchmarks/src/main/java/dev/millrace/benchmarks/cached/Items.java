package dev.millrace.benchmarks.cached;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

/** Four small nodes for each text, in a row and as a diamond. */
@Pipeline({})
public interface Items {
  /** One after the other. */
  @Nested(value = ChainNodes.class, output = "scaled")
  List<String> chain(@Each("text") List<String> texts);

  /** One, two of it, and one of both. */
  @Nested(value = DiamondNodes.class, output = "joined")
  List<String> diamond(@Each("text") List<String> texts);
}
