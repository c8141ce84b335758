package dev.millrace.runtime;

import dev.millrace.runtime.observe.ConsoleProgress;

/** Makes listeners that show how far a run has come. */
public final class Progress {
  private Progress() {}

  /**
   * Returns a listener that writes to standard error: a line for each node when it ends; while one
   * is mapped, a bar that is redrawn in place where there is a terminal, else a line when it
   * begins. It may listen to several runs at once.
   */
  public static RunListener console() {
    return new ConsoleProgress(System.err, System.console() != null);
  }
}
