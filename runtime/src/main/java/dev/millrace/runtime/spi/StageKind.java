package dev.millrace.runtime.spi;

/** What a stage of a mapped use does with a chunk, and so on how many threads. */
public enum StageKind {
  /** It waits for nothing. */
  COMPUTE(true, false),
  /** It reads resources, or waits inside a nested use. */
  DEVICE(true, true),
  /** It has effects: one chunk after the other. */
  ORDERED(false, false),
  /** It reads resources and has effects. */
  ORDERED_DEVICE(false, true),
  /** It begins calls that end by themselves. */
  START(false, true),
  /** It waits for their ends, in order. */
  JOIN(false, true);

  private final boolean manyLanes;
  private final boolean streams;

  StageKind(boolean manyLanes, boolean streams) {
    this.manyLanes = manyLanes;
    this.streams = streams;
  }

  /** Returns whether several threads may each take a chunk. */
  boolean hasManyLanes() {
    return manyLanes;
  }

  /** Returns whether other stages have something to do meanwhile. */
  boolean streams() {
    return streams;
  }
}
