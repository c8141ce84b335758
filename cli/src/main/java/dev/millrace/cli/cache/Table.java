package dev.millrace.cli.cache;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows under titles, each column as wide as it must be. */
final class Table {
  private static final String BETWEEN = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A column.
   *
   * @param title what stands above it
   * @param isNumber whether it is aligned to the right
   */
  record Column(String title, boolean isNumber) {}

  private Table(List<Column> columns) {
    this.columns = columns;
    rows.add(columns.stream().map(Column::title).toList());
  }

  /** Returns a table without rows. */
  static Table of(Column... columns) {
    return new Table(List.of(columns));
  }

  /** Returns a column of text. */
  static Column text(String title) {
    return new Column(title, false);
  }

  /** Returns a column of numbers. */
  static Column number(String title) {
    return new Column(title, true);
  }

  /** Adds a row with a cell for each column. */
  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Prints titles and rows. */
  void print(PrintWriter out) {
    int[] widths = new int[columns.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        String filling = " ".repeat(widths[i] - length(cell));
        line.append(i == 0 ? "" : BETWEEN);
        line.append(columns.get(i).isNumber() ? filling + cell : cell + filling);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
