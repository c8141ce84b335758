package dev.millrace.runtime;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run would compute, and why: what its cache has is not computed. {@link #toString} says it
 * in lines.
 *
 * @param pipeline its name
 * @param steps what it consists of, in the order in which it can run; those of nested uses that map
 *     over lists follow the use
 */
public record Explanation(String pipeline, List<OfStep> steps) {
  public Explanation {
    steps = List.copyOf(steps);
  }

  /** What would become of a step. */
  public enum State {
    /** It is given instead of computed. */
    GIVEN,
    /** Nobody needs it: what reads it need not be computed. */
    IDLE,
    /** The cache has its value, and somebody needs it. */
    HIT,
    /** It is computed. */
    COMPUTED,
    /** Of its items, some are in the cache and some are computed. */
    PARTLY,
    /** That depends on what is known only in the run. */
    UNKNOWN
  }

  /**
   * A step.
   *
   * @param step its path, {@code predictions.hits}
   * @param hits how many of its values the cache has, of those that are needed
   * @param misses how many would be computed
   * @param reasons why any would, in words; what differs from the run before, if that is known
   */
  public record OfStep(String step, State state, long hits, long misses, List<String> reasons) {
    public OfStep {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String toString() {
      String counted = hits + misses > 1 ? " (" + hits + " of " + (hits + misses) + " there)" : "";
      String why = reasons.isEmpty() ? "" : ": " + String.join("; ", reasons);
      return step + " " + state.name().toLowerCase(Locale.ROOT) + counted + why;
    }
  }

  /**
   * Returns what is said of a step.
   *
   * @throws IllegalArgumentException if the pipeline has none of that path
   */
  public OfStep of(String step) {
    return steps.stream()
        .filter(each -> each.step().equals(step))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    steps.isEmpty()
                        ? pipeline + " has no cache, so nothing is said of its steps"
                        : pipeline
                            + " has no step \""
                            + step
                            + "\"; it has "
                            + steps.stream().map(OfStep::step).collect(Collectors.joining(", "))));
  }

  /** Returns a line for each step. */
  @Override
  public String toString() {
    if (steps.isEmpty()) {
      return pipeline + " has no cache: all that is asked for is computed";
    }
    return steps.stream().map(each -> "\n  " + each).collect(Collectors.joining("", pipeline, ""));
  }
}
