package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the runtime warns of until this is closed; it is not printed meanwhile. */
final class Warned extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("dev.millrace.runtime");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  Warned() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** Looks that something was warned of, and nothing more often than a cache was opened. */
  void assertOncePerKind(int openings) {
    Map<String, Integer> times = new TreeMap<>();
    records.stream()
        .filter(each -> each.getLevel().intValue() >= Level.WARNING.intValue())
        .forEach(each -> times.merge(each.getMessage(), 1, Integer::sum));
    assertFalse(times.isEmpty(), "something is said");
    times.values().removeIf(count -> count <= openings);
    assertEquals(Map.of(), times, "what was said more often");
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
    logger.setUseParentHandlers(true);
  }
}
