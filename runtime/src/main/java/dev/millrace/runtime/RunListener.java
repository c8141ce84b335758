package dev.millrace.runtime;

import java.time.Duration;

/**
 * Is told what a run does. Calls come from the thread that runs the pipeline, in order; several
 * runs at once call from several threads. An exception thrown here is logged and harms no run; the
 * listener is told no more of that one.
 *
 * <p>Names inside nested uses carry the path: {@code predictions.hits}.
 */
public interface RunListener {

  /** A run begins. */
  default void runStarted(String pipeline) {}

  /** A run has ended well. */
  default void runFinished(String pipeline, Duration elapsed) {}

  /** A run has ended with an exception, which is about to be rethrown. */
  default void runFailed(String pipeline, Throwable failure) {}

  /** A node that is not mapped begins. */
  default void nodeStarted(String node) {}

  /**
   * A node has computed some items.
   *
   * @param node the node, or what {@link #mapStarted} was told of
   * @param items how many: 1 where it is not mapped
   * @param elapsed how long that took, all items together
   */
  default void nodeFinished(String node, long items, Duration elapsed) {}

  /**
   * A nested use begins to map over a list; or a call begins that makes many runs: it has the
   * pipeline's name, and each of its runs is told as one.
   */
  default void mapStarted(String node, long items) {}

  /** A nested use, or a call that makes many runs, has come this far. */
  default void mapAdvanced(String node, long done, long items) {}
}
