package dev.millrace.runtime.observe;

import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Writes a line for each node that ends. While lists are mapped: on a terminal a bar for each,
 * those inside others below them, drawn in place; elsewhere a line now and then.
 *
 * <p>Several runs may share it, on any threads. Each thing is written in one piece.
 */
public final class ConsoleProgress implements RunListener {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final long LINE_NANOS = 1_000_000_000;

  /** So many bars are drawn: a block higher than the terminal could not be drawn over. */
  private static final int MOST_BARS = 8;

  private final PrintStream out;
  private final int columns;
  private final LongSupplier nanoTime;
  private final Map<Long, ConsoleRun> runs = new LinkedHashMap<>();
  private final StringBuilder pending = new StringBuilder();
  private int numbered;
  private int drawn;
  private long drawnAt;
  private long toldAt;

  /**
   * Makes a listener that writes to a stream.
   *
   * @param columns of the terminal, on which lines can be drawn again; 0 where there is none
   */
  public ConsoleProgress(PrintStream out, int columns) {
    this(out, columns, System::nanoTime);
  }

  ConsoleProgress(PrintStream out, int columns, LongSupplier nanoTime) {
    this.out = out;
    this.columns = columns;
    this.nanoTime = nanoTime;
    this.toldAt = nanoTime.getAsLong();
  }

  @Override
  public synchronized RunObserver runStarted(RunInfo run) {
    RunInfo call = run.around();
    ConsoleRun around = call == null ? null : runs.get(call.id());
    ConsoleRun shown = new ConsoleRun(this, run, around, around == null ? ++numbered : 0);
    runs.put(run.id(), shown);
    return shown;
  }

  long now() {
    return nanoTime.getAsLong();
  }

  /** Returns whether more than one run is shown. */
  boolean hasSeveral() {
    return runs.values().stream().filter(run -> run.around() == null).limit(2).count() > 1;
  }

  /** A run has ended. */
  void left(ConsoleRun run) {
    runs.values().remove(run);
    draw();
  }

  /** A map has begun that is in no other. */
  void begun(ConsoleRun run, Bar bar) {
    if (columns == 0) {
      toldAt = now();
      print(List.of(bar.begun(run.tag())));
    } else {
      draw();
    }
  }

  /** A map has come further. */
  void advanced(ConsoleRun run, Bar bar) {
    long now = now();
    if (columns > 0) {
      if (now - drawnAt >= REDRAW_NANOS) {
        draw();
      }
    } else if (now - toldAt >= LINE_NANOS && bar.hasPassedATenth()) {
      toldAt = now;
      print(List.of(bar.told(run.tag(), now)));
    }
  }

  /** Prints lines that stay, above what is drawn. */
  void print(List<String> lines) {
    if (!lines.isEmpty()) {
      erase();
      lines.forEach(line -> pending.append(line).append(System.lineSeparator()));
    }
    draw();
  }

  private void erase() {
    if (drawn > 0) {
      pending.append('\r');
      if (drawn > 1) {
        pending.append("\u001b[").append(drawn - 1).append('A');
      }
      pending.append("\u001b[J"); // all that is below
      drawn = 0;
    }
  }

  /** Draws all bars, over those that may be there, and writes all that is to be written. */
  private void draw() {
    if (columns > 0) {
      erase();
      drawnAt = now();
      List<String> lines = bars(drawnAt);
      pending.append(String.join(System.lineSeparator(), lines));
      drawn = lines.size();
    }
    if (pending.length() > 0) {
      out.print(pending); // in one piece: it stays together with what others write to the stream
      out.flush();
      pending.setLength(0);
    }
  }

  private List<String> bars(long now) {
    List<String> lines = new ArrayList<>();
    for (ConsoleRun run : runs.values()) {
      if (run.around() == null) {
        for (Bar outermost : run.bars().outermost()) {
          outermost.all().forEach(bar -> lines.add(bar.drawn(run.tag(), now, columns)));
        }
      }
    }
    int more = lines.size() - MOST_BARS;
    if (more > 0) {
      lines.subList(MOST_BARS - 1, lines.size()).clear();
      lines.add("... and " + (more + 1) + " more");
    }
    return lines;
  }
}
