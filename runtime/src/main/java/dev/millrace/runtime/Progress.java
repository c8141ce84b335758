package dev.millrace.runtime;

import dev.millrace.runtime.observe.ConsoleProgress;
import dev.millrace.runtime.observe.Terminal;

/** Makes listeners that show how far runs have come. */
public final class Progress {
  private Progress() {}

  /**
   * Returns a listener that writes to standard error: a line for each node when it ends, and for
   * each map how far it has come, with what is nested in it. On a terminal those are bars that are
   * drawn again in place; elsewhere lines, one a second at most and one for each tenth. It may
   * listen to several runs at once.
   */
  public static RunListener console() {
    int columns =
        Terminal.columns(
            System.console() != null, System.getenv(), System.getProperty("os.name", ""));
    return new ConsoleProgress(System.err, columns);
  }
}
