package dev.millrace.runtime.observe;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A terminal: what a reader sees after what was written. */
final class Screen {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final int columns;

  Screen() {
    this(80);
  }

  Screen(int columns) {
    this.columns = columns;
  }

  PrintStream stream() {
    return new PrintStream(written, false, StandardCharsets.UTF_8);
  }

  /** Returns a stream that lets other threads come between the characters of what is printed. */
  PrintStream slowStream() {
    return new PrintStream(written, false, StandardCharsets.UTF_8) {
      @Override
      public void print(Object text) {
        for (String each : text.toString().split("")) {
          super.print(each);
          Thread.yield();
        }
      }
    };
  }

  String raw() {
    return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** Returns what there is to see. */
  String text() {
    return String.join("\n", lines()) + "\n";
  }

  /** Returns the lines, trailing blanks removed; the last is the one with the cursor. */
  List<String> lines() {
    List<StringBuilder> rows = new ArrayList<>();
    rows.add(new StringBuilder());
    int row = 0;
    int column = 0;
    String raw = raw();
    for (int at = 0; at < raw.length(); at++) {
      char c = raw.charAt(at);
      if (c == '\r') {
        column = 0;
      } else if (c == '\n') {
        row++;
        column = 0;
      } else if (c == '\u001b') {
        int end = at + 2;
        while (Character.isDigit(raw.charAt(end))) {
          end++;
        }
        if (raw.charAt(end) == 'A') {
          row -= Integer.parseInt(raw.substring(at + 2, end));
        } else if (raw.charAt(end) == 'J' && end == at + 2) {
          rows.subList(row + 1, rows.size()).clear();
          rows.get(row).setLength(column);
        } else {
          throw new AssertionError("a terminal may not know " + raw.substring(at + 1, end + 1));
        }
        at = end;
      } else {
        if (column == columns) { // the terminal wraps, and no \r ever comes back up
          row++;
          column = 0;
        }
        StringBuilder line = row < rows.size() ? rows.get(row) : added(rows);
        while (line.length() <= column) {
          line.append(' ');
        }
        line.setCharAt(column, c);
        column++;
      }
      if (row == rows.size()) {
        added(rows);
      }
    }
    return new ArrayList<>(rows.stream().map(line -> line.toString().stripTrailing()).toList());
  }

  private static StringBuilder added(List<StringBuilder> rows) {
    rows.add(new StringBuilder());
    return rows.get(rows.size() - 1);
  }
}
