package dev.millrace.runtime.observe;

import org.jspecify.annotations.Nullable;

/**
 * Records what runs do, for the tools of the JVM. What nobody records has no span, and costs a look
 * at a flag.
 */
public sealed interface Recorder permits JfrRecorder, NoRecorder {
  /** That of this JVM. */
  Recorder CURRENT = current();

  private static Recorder current() {
    try {
      return new JfrRecorder();
    } catch (LinkageError noFlightRecorder) { // a JVM need not have the module jdk.jfr
      return new NoRecorder();
    }
  }

  /** Returns whether runs are recorded now. */
  boolean recordsRuns();

  /** A run begins. */
  @Nullable Span run(String pipeline);

  /** A map begins. */
  @Nullable Span map(String pipeline, String map, long items);

  /** Returns whether batches are recorded now. */
  boolean recordsBatches();

  /** A twin is about to be called. */
  @Nullable Span batch(String pipeline, String node, long size);

  /**
   * A stage is about to wait.
   *
   * @param stage its place, from 1; 0 for who feeds the first
   * @param kind the stage's
   * @param lack what there is none of
   */
  @Nullable Span stall(String map, int stage, String kind, String lack);

  /** An item has failed. */
  void failed(String pipeline, String node, long item, Throwable failure);
}
