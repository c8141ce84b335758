package dev.millrace.runtime.spi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the runtime logs until this is closed; it is not printed meanwhile. */
public final class Logs extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("dev.millrace.runtime");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  /** Begins to listen. */
  public Logs() {
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
    logger.addHandler(this);
  }

  /** Returns what was logged at a level. */
  public List<LogRecord> at(Level level) {
    return records.stream().filter(each -> each.getLevel().equals(level)).toList();
  }

  List<LogRecord> all() {
    return List.copyOf(records);
  }

  @Override
  public void publish(LogRecord logged) {
    records.add(logged);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(null);
    logger.setUseParentHandlers(true);
  }
}
