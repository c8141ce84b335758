package dev.millrace.benchmarks.five;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.List;

/** The five nodes over one value, and over many. */
public final class Five {
  private Five() {}

  /** Once. */
  @Pipeline(value = FiveNodes.class, inputs = "seed", outputs = "e")
  public interface Once {}

  /** For each of a list. */
  @Pipeline({})
  public interface Many {
    @Nested(value = FiveNodes.class, output = "e")
    List<Long> all(@Each("seed") List<Long> seeds);

    @Nested(value = FiveNodes.class, output = "e")
    List<Outcome<Long>> allOrFailures(@Each("seed") List<Long> seeds);
  }
}
