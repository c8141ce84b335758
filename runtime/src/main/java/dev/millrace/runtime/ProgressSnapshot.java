package dev.millrace.runtime;

import java.time.Duration;
import java.util.List;

/**
 * How far a run had come at some moment. Its counters go on while they are read: each is right by
 * itself, and all are right together once the run has ended.
 *
 * @param elapsed since it began, or how long it took
 * @param maps what maps over lists, by name
 * @param nodes what has computed or failed, by name
 */
public record ProgressSnapshot(Duration elapsed, List<OfMap> maps, List<OfNode> nodes) {
  public ProgressSnapshot {
    maps = List.copyOf(maps);
    nodes = List.copyOf(nodes);
  }

  /**
   * A nested use that maps over lists, all its beginnings together.
   *
   * @param map its path, {@code predictions.hits}
   * @param done how many items it is done with, those that failed among them
   * @param items how many there are, as far as is known
   * @param failed how many have failed
   * @param stages those it was streamed through, in order; none where it ran on one thread
   */
  public record OfMap(String map, long done, long items, long failed, List<OfStage> stages) {
    public OfMap {
      stages = List.copyOf(stages);
    }
  }

  /**
   * A stage that chunks pass through, all its threads together.
   *
   * @param kind as the pipeline's {@code plan()} names it
   * @param chunks how many have passed
   * @param busy how long it was at work
   * @param waiting how long it had nothing to do: another stage is slower
   */
  public record OfStage(String kind, long chunks, Duration busy, Duration waiting) {}

  /**
   * A node.
   *
   * @param node its path
   * @param ok how many items it has computed
   * @param failed how many it has failed on
   * @param batches how many batches its twin has returned
   * @param batchSizes how many of those had 1 item, 2 to 3, 4 to 7 and so on; the last is not 0
   * @param busy how long it took, all threads together
   * @param inFlight how many of its calls are under way, of one that is asynchronous or waits
   * @param hits how many values the cache had, which were not computed
   * @param misses how many were computed for want of that
   */
  public record OfNode(
      String node,
      long ok,
      long failed,
      long batches,
      List<Long> batchSizes,
      Duration busy,
      int inFlight,
      long hits,
      long misses) {
    public OfNode {
      batchSizes = List.copyOf(batchSizes);
    }

    /** Returns how many items have come in, and gone on or failed. */
    public long items() {
      return ok + failed;
    }
  }
}
