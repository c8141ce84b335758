package dev.millrace.runtime;

import dev.millrace.runtime.observe.ConsoleProgress;

/** Makes listeners that show how far a run has come. */
public final class Progress {
  private Progress() {}

  /**
   * Returns a listener that writes to standard error: one bar a mapped node, redrawn in place, on a
   * terminal; else a line where a node begins and ends.
   */
  public static RunListener console() {
    return new ConsoleProgress(System.err, System.console() != null);
  }
}
