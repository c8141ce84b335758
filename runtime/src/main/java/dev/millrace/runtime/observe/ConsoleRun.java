package dev.millrace.runtime.observe;

import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run on a console: its maps, and the nodes that end. One of many runs in a call adds to the maps
 * of the call, and its nodes are not shown.
 */
final class ConsoleRun implements RunObserver {
  private final ConsoleProgress console;
  private final @Nullable ConsoleRun around;
  private final Bars bars;
  private final String prefix;
  private final int number;
  private final Map<String, Figures> told = new HashMap<>();

  /** What a map of this run has added to its bar. */
  private record Figures(long done, long items, long failed) {
    static final Figures NONE = new Figures(0, 0, 0);
  }

  /**
   * @param around the call that it is one of, if that is shown
   * @param number what tells it from other runs on the console
   */
  ConsoleRun(ConsoleProgress console, RunInfo run, @Nullable ConsoleRun around, int number) {
    this.console = console;
    this.around = around;
    this.number = number;
    this.bars = around == null ? new Bars() : around.bars;
    this.prefix = around == null ? "" : around.prefix + run.pipeline() + ".";
  }

  @Nullable ConsoleRun around() {
    return around;
  }

  Bars bars() {
    return bars;
  }

  /** Returns what its lines begin with where there are others. */
  String tag() {
    return around == null && console.hasSeveral() ? "#" + number + " " : "";
  }

  @Override
  public void mapStarted(String map, long items, long parents) {
    synchronized (console) {
      Bar bar = bars.begin(prefix + map, console.now());
      bar.begin(parents);
      Figures before = told.getOrDefault(map, Figures.NONE);
      set(map, bar, new Figures(before.done, before.items + items, before.failed));
      if (bar.isOutermost()) {
        console.begun(this, bar);
      }
    }
  }

  @Override
  public void mapAdvanced(String map, long done, long items, long failed) {
    synchronized (console) {
      Bar bar = bars.get(prefix + map);
      if (bar != null) {
        set(map, bar, new Figures(done, items, failed));
        console.advanced(this, bar);
      }
    }
  }

  private void set(String map, Bar bar, Figures now) {
    Figures before = told.getOrDefault(map, Figures.NONE);
    bar.add(now.done - before.done, now.items - before.items, now.failed - before.failed);
    told.put(map, now);
  }

  @Override
  public void nodeFinished(String node, long items, Duration elapsed) {
    synchronized (console) {
      double seconds = elapsed.toNanos() / 1e9;
      Bar bar = bars.get(prefix + node);
      if (around != null || (bar != null && !bar.isOutermost())) {
        return; // shown as a part of something
      }
      if (bar != null) {
        List<String> lines = bar.ended(tag(), seconds);
        end(bar);
        console.print(lines);
      } else if (node.indexOf('.') < 0) {
        console.print(List.of(Bar.line(tag() + node, Bar.time(seconds), List.of())));
      }
    }
  }

  private void end(Bar bar) {
    bars.end(bar);
    told.keySet().removeIf(map -> bars.get(prefix + map) == null);
  }

  @Override
  public void finished(Duration elapsed) {
    synchronized (console) {
      leave();
    }
  }

  @Override
  public void failed(Throwable failure) {
    synchronized (console) {
      if (around == null) {
        List<Bar> stopped = bars.outermost();
        List<String> lines = stopped.stream().map(bar -> bar.stopped(tag())).toList();
        stopped.forEach(this::end);
        console.print(lines);
      }
      leave();
    }
  }

  /** What this run will not do any more is not waited for. */
  private void leave() {
    told.forEach(
        (map, figures) -> {
          Bar bar = bars.get(prefix + map);
          if (bar != null) {
            bar.add(0, figures.done - figures.items, 0);
          }
        });
    told.clear();
    console.left(this);
  }
}
