package dev.millrace.runtime;

import java.time.Duration;

/**
 * Is told what one run does. Calls come one at a time, each after the one before it has returned,
 * but from several threads where the run has some: what is written in one is seen in the next. The
 * run waits for each; who takes his time holds it up, and had better look at {@link
 * RunInfo#progress} from a thread of his own.
 *
 * <p>One that throws an exception, or whose classes cannot be linked, is logged and told no more;
 * the run goes on. Any other error is the run's.
 *
 * <p>Names inside nested uses carry the path: {@code predictions.hits}.
 */
public interface RunObserver {
  /** Wants to be told nothing. */
  RunObserver NONE = new RunObserver() {};

  /** The run has ended well. */
  default void finished(Duration elapsed) {}

  /** The run has ended with what is about to be thrown. */
  default void failed(Throwable failure) {}

  /** A node that is not mapped begins. */
  default void nodeStarted(String node) {}

  /**
   * A node has computed some items: one where it is not mapped, else those of a chunk or a batch.
   *
   * @param node the node, or what {@link #mapStarted} was told of
   * @param items how many: of a node, without those that failed; of a map, with them
   * @param elapsed how long that took, all items together
   */
  default void nodeFinished(String node, long items, Duration elapsed) {}

  /**
   * A node's twin has returned; what came of the batch is told by {@link #nodeFinished} next.
   *
   * @param size how many items it was called with
   * @param elapsed how long that took
   */
  default void batchFinished(String node, long size, Duration elapsed) {}

  /**
   * Values of a node were looked for in the cache. Who needs no value of a node does not look.
   *
   * @param hits how many were found, and are not computed
   * @param misses how many were not, and have been computed
   */
  default void nodeRecalled(String node, long hits, long misses) {}

  /**
   * A nested use begins to map over a list; or a call begins that makes many runs: it has the
   * pipeline's name. What is nested in another map begins again and again.
   *
   * @param items how many there are, besides those that were told before
   * @param parents of how many items of the map around it they are; 1 where there is none
   */
  default void mapStarted(String map, long items, long parents) {}

  /**
   * A map has come this far, all its beginnings together.
   *
   * @param done how many items it is done with, those that failed among them
   * @param items how many there are, as far as is known
   * @param failed how many have failed
   */
  default void mapAdvanced(String map, long done, long items, long failed) {}
}
