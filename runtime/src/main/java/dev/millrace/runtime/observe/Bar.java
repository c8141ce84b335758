package dev.millrace.runtime.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a map has come, and those inside it: all its beginnings together. */
final class Bar {
  static final int NAME = 22;
  private static final int MIDDLE = 10;
  private static final int WIDTH = 12;

  private final String name;
  private final @Nullable Bar around;
  private final List<Bar> inside = new ArrayList<>();
  private final long startedAt;
  private final int depth;
  private long done;
  private long items;
  private long failed;
  private long parents;
  private long tenth;

  /**
   * Makes one of a map that begins.
   *
   * @param around that of the map around it, or null
   */
  Bar(String name, @Nullable Bar around, long startedAt) {
    this.name = name;
    this.around = around;
    this.startedAt = startedAt;
    this.depth = around == null ? 0 : around.depth + 1;
    if (around != null) {
      around.inside.add(this);
    }
  }

  @Nullable Bar around() {
    return around;
  }

  boolean isOutermost() {
    return around == null;
  }

  long done() {
    return done;
  }

  void begin(long ofParents) {
    parents += ofParents;
  }

  void add(long moreDone, long moreItems, long moreFailed) {
    done += moreDone;
    items += moreItems;
    failed += moreFailed;
  }

  /** Returns it, and all inside it. */
  List<Bar> all() {
    List<Bar> all = new ArrayList<>();
    all.add(this);
    inside.forEach(each -> all.addAll(each.all()));
    return all;
  }

  /** Returns whether there will be no more items: those around it have all been here, or failed. */
  private boolean isTotalKnown() {
    return around == null
        || (around.isTotalKnown() && (parents >= around.items || around.done >= around.items));
  }

  /** Returns whether another tenth is done since it was asked last. */
  boolean hasPassedATenth() {
    long now = items == 0 ? 0 : done * 10 / items;
    boolean has = now != tenth;
    tenth = now;
    return has && done < items;
  }

  /**
   * Returns a line that takes up less than so many columns. What has no room is left out, the rate
   * before the time.
   *
   * @param tag what tells its run from others
   */
  String drawn(String tag, long now, int columns) {
    int filled = items == 0 ? WIDTH : (int) (Math.min(done, items) * WIDTH / items);
    String head =
        Columns.padded(Columns.cut(label(tag), NAME), NAME)
            + " ["
            + "#".repeat(filled)
            + "-".repeat(WIDTH - filled)
            + "] "
            + count();
    String fails = failed == 0 ? "" : "  " + failed + " failed";
    String rate = spaced(rate(now));
    String left = spaced(left(now));
    int room = columns - 1;
    for (String tail : List.of(fails + rate + left, fails + left, fails)) {
      if (Columns.of(head + tail) <= room) {
        return head + tail;
      }
    }
    return Columns.cut(head, room);
  }

  private static String spaced(String text) {
    return text.isEmpty() ? "" : "  " + text;
  }

  /** Returns a line for a stream: how far it has come. */
  String told(String tag, long now) {
    String percent = isTotalKnown() && items > 0 ? done * 100 / items + " %" : "";
    return line(label(tag), percent, List.of(count() + " items", failures(), rate(now), left(now)));
  }

  /** Returns a line: it begins. */
  String begun(String tag) {
    return line(label(tag), "begins", List.of(items + (items == 1 ? " item" : " items")));
  }

  /** Returns a line: it has failed as a whole. */
  String stopped(String tag) {
    return line(label(tag), "stopped", List.of(count() + " items", failures()));
  }

  /** Returns a line for each that has ended, the outermost with its time. */
  List<String> ended(String tag, double seconds) {
    List<String> lines = new ArrayList<>();
    for (Bar each : all()) {
      lines.add(
          line(
              each.label(tag),
              each == this ? time(seconds) : "",
              List.of(
                  each.done + (each.done == 1 ? " item" : " items"),
                  each.failures(),
                  each.rate(seconds))));
    }
    return lines;
  }

  static String time(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }

  /** Returns a line of a name, a short word or figure, and what there is to say. */
  static String line(String name, String middle, List<String> said) {
    String words = String.join(", ", said.stream().filter(each -> !each.isEmpty()).toList());
    return (Columns.padded(name, NAME)
            + " "
            + " ".repeat(Math.max(0, MIDDLE - middle.length()))
            + middle
            + spaced(words))
        .stripTrailing();
  }

  private String label(String tag) {
    return "  ".repeat(depth) + (depth == 0 ? tag : "") + name;
  }

  private String count() {
    return done + "/" + items + (isTotalKnown() ? "" : "+");
  }

  private String failures() {
    return failed == 0 ? "" : failed + " failed";
  }

  private String rate(long now) {
    return rate((now - startedAt) / 1e9);
  }

  private String rate(double seconds) {
    if (done == 0 || seconds <= 0) {
      return "";
    }
    double rate = done / seconds;
    return String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%.0f/s", rate);
  }

  private String left(long now) {
    if (done == 0 || done >= items || !isTotalKnown()) {
      return "";
    }
    double left = (now - startedAt) / 1e9 * (items - done) / done;
    if (left < 120) {
      return String.format(Locale.ROOT, "%.0f s left", left);
    }
    return left < 7200
        ? String.format(Locale.ROOT, "%.0f min left", left / 60)
        : String.format(Locale.ROOT, "%.0f h left", left / 3600);
  }
}
