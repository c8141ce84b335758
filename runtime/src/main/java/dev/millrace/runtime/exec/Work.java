package dev.millrace.runtime.exec;

/**
 * What a stage does with a chunk, on a thread of its own. It fails a row by noting so in the chunk;
 * what it throws ends the chunk.
 */
@FunctionalInterface
public interface Work<C> {
  /** Does it. */
  void run(C chunk) throws Throwable;
}
