package dev.millrace.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as a person reads them: one line each, the budget beside the value. */
final class Table {
  private static final String[] HEAD = {"metric", "value", "unit", "baseline", "budget", ""};

  private Table() {}

  /** Returns the table, line by line. */
  static String of(List<Metric> metrics) {
    List<String[]> lines = new ArrayList<>();
    lines.add(HEAD);
    for (Metric metric : metrics) {
      String verdict = metric.budget() == null ? "" : metric.holds() ? "holds" : "MISSED";
      lines.add(
          new String[] {
            metric.metric(),
            number(metric.value()),
            metric.unit(),
            metric.baseline() == null ? "" : number(metric.baseline()),
            metric.budget() == null ? "" : metric.budget(),
            verdict
          });
    }
    int[] widths = new int[HEAD.length];
    for (String[] line : lines) {
      for (int i = 0; i < line.length; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    StringBuilder table = new StringBuilder();
    for (String[] line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < line.length; i++) {
        boolean figure = i == 1 || i == 3;
        row.append(String.format((figure ? "%" : "%-") + Math.max(1, widths[i]) + "s  ", line[i]));
      }
      table.append(row.toString().stripTrailing()).append('\n');
    }
    return table.toString();
  }

  /** Returns a figure with as many digits as mean something. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    if (Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
    return String.format(
        Locale.ROOT, Math.abs(value) > 0.99 && Math.abs(value) < 1 ? "%.6f" : "%.3f", value);
  }
}
