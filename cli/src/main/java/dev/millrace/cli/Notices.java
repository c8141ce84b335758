package dev.millrace.cli;

import java.io.PrintWriter;
import java.util.function.IntSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the stores say in the log, told in a line each to who runs the command. */
final class Notices extends Handler {
  private static final Logger LOGGER = Logger.getLogger("dev.millrace.runtime");

  private final PrintWriter err;
  private final boolean isVerbose;

  Notices(PrintWriter err, boolean isVerbose) {
    this.err = err;
    this.isVerbose = isVerbose;
    setLevel(Level.WARNING);
  }

  /** Does something, and tells meanwhile what else would be in the log. */
  int during(IntSupplier action) {
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(this);
    try {
      return action.getAsInt();
    } finally {
      close();
    }
  }

  @Override
  public void publish(LogRecord notice) {
    if (!isLoggable(notice)) {
      return;
    }
    err.println("millrace: warning: " + notice.getMessage());
    if (isVerbose && notice.getThrown() != null) {
      notice.getThrown().printStackTrace(err);
    }
    flush();
  }

  @Override
  public void flush() {
    err.flush();
  }

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setUseParentHandlers(true);
  }
}
