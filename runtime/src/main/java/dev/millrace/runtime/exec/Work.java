package dev.millrace.runtime.exec;

/**
 * What a stage does with a chunk. It fails a row by noting so in the chunk; what it throws ends the
 * chunk.
 */
@FunctionalInterface
interface Work<C> {
  /**
   * Begins a chunk. It may end later, and on another thread: then, or before this returns, {@code
   * completion} is told so.
   */
  void begin(C chunk, Completion completion) throws Throwable;

  /**
   * Ends what was begun of a chunk as soon as it can; the completion is still told. Called when a
   * run is stopped, by any thread, for chunks that may have ended already.
   */
  default void cancel(C chunk) {}

  /** Returns work that is done when it returns. */
  static <C> Work<C> of(Now<? super C> now) {
    return (chunk, completion) -> {
      now.run(chunk);
      completion.done();
    };
  }

  /** What is done when it returns. */
  @FunctionalInterface
  interface Now<C> {
    void run(C chunk) throws Throwable;
  }

  /** Takes the end of a chunk in a stage. What is said after the first word is not heard. */
  interface Completion {
    /** The chunk is resolved, and passes on. */
    void done();

    /**
     * The chunk has ended; no stage after this one sees it, and the run throws this in its turn.
     */
    void failed(Throwable failure);
  }
}
