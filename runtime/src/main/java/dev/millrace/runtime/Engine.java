package dev.millrace.runtime;

/**
 * How a pipeline maps over lists. What comes of it is the same, to the bit, in all of them, for
 * nodes that are pure and twins that do not depend on what else is in a batch.
 */
public enum Engine {
  /** Streamed where something waits or reads a resource and there is more than one chunk. */
  AUTO,
  /** Item by item, on the caller's thread: to look at one after the other. */
  STRAIGHT,
  /** Chunk by chunk, on the caller's thread. */
  INLINE,
  /** Chunk by chunk through stages, each on threads of its own. */
  STREAMED
}
