package dev.millrace.cli.cache;

import java.time.Instant;

/**
 * What the results of a node are together.
 *
 * @param results how many
 * @param bytes the room that they take
 * @param nanos how long they took to compute, which a run saves that finds them all
 * @param oldest when the one was used that was used least lately
 * @param newest when the one was used that was used last
 */
record NodeSum(long results, long bytes, long nanos, Instant oldest, Instant newest) {
  /** Of no results. */
  static final NodeSum NONE = new NodeSum(0, 0, 0, Instant.MAX, Instant.MIN);

  /** Returns the sum of one result. */
  static NodeSum of(Result result) {
    return new NodeSum(1, result.room(), result.nanos(), result.used(), result.used());
  }

  /** Returns the sum of both. */
  NodeSum and(NodeSum other) {
    return new NodeSum(
        results + other.results,
        bytes + other.bytes,
        nanos + other.nanos,
        oldest.isBefore(other.oldest) ? oldest : other.oldest,
        newest.isAfter(other.newest) ? newest : other.newest);
  }
}
