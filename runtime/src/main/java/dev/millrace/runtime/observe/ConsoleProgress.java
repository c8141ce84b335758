package dev.millrace.runtime.observe;

import dev.millrace.runtime.RunListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Draws a bar for each mapped node; on what is no terminal, a line when it begins and ends. */
public final class ConsoleProgress implements RunListener {
  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintStream out;
  private final boolean terminal;
  private String node = "";
  private long startedAt;
  private long drawnAt;

  /**
   * @param terminal whether a line can be drawn again
   */
  public ConsoleProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized void mapStarted(String started, long items) {
    if (started.contains(".")) {
      return;
    }
    node = started;
    startedAt = System.nanoTime();
    drawnAt = startedAt;
    if (terminal) {
      draw(0, items);
    } else {
      line(String.format(Locale.ROOT, "%-22s %10s  %d items", started, "begins", items));
    }
  }

  @Override
  public synchronized void mapAdvanced(String advanced, long done, long items) {
    long now = System.nanoTime();
    if (terminal && advanced.equals(node) && (done == items || now - drawnAt >= REDRAW_NANOS)) {
      drawnAt = now;
      draw(done, items);
    }
  }

  @Override
  public synchronized void nodeFinished(String finished, long items, Duration elapsed) {
    if (finished.contains(".")) {
      return;
    }
    double seconds = elapsed.toNanos() / 1e9;
    String mapped = "";
    if (finished.equals(node)) {
      clear();
      node = "";
      double rate = items / Math.max(1e-9, seconds);
      mapped = String.format(Locale.ROOT, "  %d items, %.0f/s", items, rate);
    }
    line(String.format(Locale.ROOT, "%-22s %8.2f s%s", finished, seconds, mapped));
  }

  @Override
  public synchronized void runFailed(String pipeline, Throwable failure) {
    clear();
    node = "";
  }

  private void draw(long done, long items) {
    int filled = items == 0 ? WIDTH : (int) (done * WIDTH / items);
    double seconds = (System.nanoTime() - startedAt) / 1e9;
    String left =
        done == 0 ? "" : String.format(Locale.ROOT, "%.0f s left", seconds * (items - done) / done);
    out.printf(
        Locale.ROOT,
        "\r%-22s [%s%s] %d/%d  %-14s",
        node,
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        done,
        items,
        left);
    out.flush();
  }

  private void clear() {
    if (terminal && !node.isEmpty()) {
      out.print("\r" + " ".repeat(WIDTH + 64) + "\r");
    }
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }
}
