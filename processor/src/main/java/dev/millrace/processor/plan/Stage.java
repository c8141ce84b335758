package dev.millrace.processor.plan;

import java.util.List;

/**
 * Steps of a mapped use that a chunk passes through together. The stage after it may have one chunk
 * while it has the next.
 *
 * @param steps what it computes, in order; what it only starts is joined by the stage after it
 */
public record Stage(Kind kind, List<Region.ItemStep> steps) {
  public Stage {
    steps = List.copyOf(steps);
  }

  /** What a stage does, and so how many threads may be in it; the runtime has the same names. */
  public enum Kind {
    /** It waits for nothing. */
    COMPUTE,
    /** It reads resources, or waits inside a nested use. */
    DEVICE,
    /** It has effects: one chunk after the other. */
    ORDERED,
    /** It reads resources and has effects. */
    ORDERED_DEVICE,
    /** It begins calls that end by themselves. */
    START,
    /** It waits for their ends, in order. */
    JOIN
  }
}
