package dev.millrace.runtime.observe;

import dev.millrace.runtime.RunListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for each node that ends; on a terminal, a bar for the mapped one that runs.
 *
 * <p>Several threads may share it. There is one line to draw on: it belongs to the thread whose map
 * has run longest, and passes to the next when that one ends. What is nested inside a map is not
 * shown; of many runs in one call, and the list that one of them maps over, the list is.
 */
public final class ConsoleProgress implements RunListener {
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;

  /**
   * What each thread maps: many runs, and in one of them at most one list. The first thread has the
   * line, for what began last.
   */
  private final Map<Thread, Deque<Bar>> bars = new LinkedHashMap<>();

  private long drawnAt;
  private int drawn;

  /**
   * Makes a listener that writes to a stream.
   *
   * @param terminal whether a line can be drawn again
   */
  public ConsoleProgress(PrintStream out, boolean terminal) {
    this(out, terminal, System::nanoTime);
  }

  ConsoleProgress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void mapStarted(String node, long items) {
    if (isNested(node)) {
      return;
    }
    bars.computeIfAbsent(Thread.currentThread(), thread -> new ArrayDeque<>())
        .push(new Bar(node, items, nanoTime.getAsLong()));
    if (terminal) {
      print(redrawn());
    } else {
      print(String.format(Locale.ROOT, "%-22s     begins  %d items%n", node, items));
    }
  }

  @Override
  public synchronized void mapAdvanced(String node, long done, long items) {
    Bar bar = current();
    if (bar == null || !bar.node.equals(node)) {
      return;
    }
    bar.done = done;
    boolean due = done == items || nanoTime.getAsLong() - drawnAt >= REDRAW_NANOS;
    if (terminal && due && bar == bars.values().iterator().next().peek()) {
      print(redrawn());
    }
  }

  @Override
  public synchronized void nodeFinished(String node, long items, Duration elapsed) {
    if (isNested(node)) {
      return;
    }
    Bar bar = current();
    double seconds = elapsed.toNanos() / 1e9;
    String mapped = "";
    if (bar != null && bar.node.equals(node)) {
      end();
      mapped = String.format(Locale.ROOT, "  %d items", items);
      if (items > 0 && seconds > 0) {
        mapped += String.format(Locale.ROOT, ", %.0f/s", items / seconds);
      }
    }
    String line = String.format(Locale.ROOT, "%-22s %8.2f s%s%n", node, seconds, mapped);
    print(erased() + line + redrawn());
  }

  @Override
  public synchronized void runFailed(String pipeline, Throwable failure) {
    for (Bar bar = current(); bar != null && !bar.node.equals(pipeline); bar = current()) {
      end();
    }
    print(erased() + redrawn());
  }

  /** Returns what this thread began last, and has not ended. */
  private @Nullable Bar current() {
    Deque<Bar> begun = bars.get(Thread.currentThread());
    return begun == null ? null : begun.peek();
  }

  private void end() {
    Deque<Bar> begun = bars.get(Thread.currentThread());
    if (begun != null) {
      begun.pop();
      if (begun.isEmpty()) {
        bars.remove(Thread.currentThread());
      }
    }
  }

  private static boolean isNested(String node) {
    return node.indexOf('.') >= 0;
  }

  /** Returns what empties the line. */
  private String erased() {
    String erased = drawn == 0 ? "" : "\r" + " ".repeat(drawn) + "\r";
    drawn = 0;
    return erased;
  }

  /** Returns what draws the first bar, over the one that may be there. */
  private String redrawn() {
    Iterator<Deque<Bar>> first = bars.values().iterator();
    if (!terminal || !first.hasNext()) {
      return "";
    }
    drawnAt = nanoTime.getAsLong();
    String bar = first.next().element().drawnAt(drawnAt);
    String rest = " ".repeat(Math.max(0, drawn - bar.length()));
    drawn = bar.length();
    return "\r" + bar + rest;
  }

  /** Writes in one piece, so that it stays together with what others write to the stream. */
  private void print(String text) {
    out.print(text);
    out.flush();
  }

  /** How far a map has come, as a line that fits into 79 columns. */
  private static final class Bar {
    private static final int NAME = 22;
    private static final int WIDTH = 20;
    private static final int COLUMNS = 79;

    private final String node;
    private final long items;
    private final long startedAt;
    private long done;

    Bar(String node, long items, long startedAt) {
      this.node = node;
      this.items = items;
      this.startedAt = startedAt;
    }

    String drawnAt(long now) {
      int filled = items == 0 ? WIDTH : (int) (done * WIDTH / items);
      String name = node.length() > NAME ? node.substring(0, NAME - 2) + ".." : node;
      String bar =
          String.format(
              Locale.ROOT,
              "%-22s [%s%s] %d/%d%s",
              name,
              "#".repeat(filled),
              "-".repeat(WIDTH - filled),
              done,
              items,
              left((now - startedAt) / 1e9));
      return bar.length() > COLUMNS ? bar.substring(0, COLUMNS) : bar;
    }

    private String left(double seconds) {
      if (done == 0 || done == items) {
        return "";
      }
      double left = seconds * (items - done) / done;
      if (left < 120) {
        return String.format(Locale.ROOT, "  %.0f s left", left);
      }
      return left < 7200
          ? String.format(Locale.ROOT, "  %.0f min left", left / 60)
          : String.format(Locale.ROOT, "  %.0f h left", left / 3600);
    }
  }
}
