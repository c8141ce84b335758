package dev.millrace.runtime.observe;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A terminal of 80 columns: what a reader sees after what was written. */
final class Screen {
  private static final int COLUMNS = 80;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  PrintStream stream() {
    return new PrintStream(written, false, StandardCharsets.UTF_8);
  }

  /** Returns a stream that lets other threads come between the characters of what is printed. */
  PrintStream slowStream() {
    return new PrintStream(written, false, StandardCharsets.UTF_8) {
      @Override
      public void print(String text) {
        for (String each : text.split("")) {
          super.print(each);
          Thread.yield();
        }
      }
    };
  }

  String raw() {
    return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** Returns the lines, trailing blanks removed; the last is the one with the cursor. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int column = 0;
    for (char c : raw().toCharArray()) {
      if (c == '\r') {
        column = 0;
      } else if (c == '\n') {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        column = 0;
      } else {
        if (column == COLUMNS) { // the terminal wraps, and no \r ever comes back up
          lines.add(line.toString());
          line.setLength(0);
          column = 0;
        }
        if (column < line.length()) {
          line.setCharAt(column, c);
        } else {
          line.append(c);
        }
        column++;
      }
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
