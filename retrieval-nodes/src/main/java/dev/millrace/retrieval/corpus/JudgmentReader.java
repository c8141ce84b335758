package dev.millrace.retrieval.corpus;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads judgments in either of their two layouts. */
final class JudgmentReader {
  /** How the columns of a line are found, and which of them say what. */
  private enum Layout {
    BEIR("three columns divided by tabs: query-id, corpus-id, score", "\t", 3, 1),
    TREC("four columns divided by spaces: query, 0, passage, grade", "[ \t]+", 4, 2);

    final String expected;
    final Pattern divider;
    final int columns;
    final int passage;

    Layout(String expected, String divider, int columns, int passage) {
      this.expected = expected;
      this.divider = Pattern.compile(divider);
      this.columns = columns;
      this.passage = passage;
    }
  }

  private record Pair(String query, String passage) {}

  private final Lines lines;
  private final Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
  private final Map<Pair, Long> seen = new HashMap<>();

  private JudgmentReader(Lines lines) {
    this.lines = lines;
  }

  static Judgments read(Path file) {
    try (Lines lines = new Lines(file)) {
      return new JudgmentReader(lines).read();
    }
  }

  private Judgments read() {
    @Nullable String line = lines.next();
    Layout layout = Layout.TREC;
    if (line != null && isHeader(line)) {
      layout = Layout.BEIR;
      line = lines.next();
    } else if (line != null && Layout.BEIR.divider.split(line, -1).length == Layout.BEIR.columns) {
      throw lines.error(
          "three columns without a header; put \"query-id<tab>corpus-id<tab>score\" above them");
    }
    for (; line != null; line = lines.next()) {
      add(line, layout);
    }
    if (seen.isEmpty()) {
      throw lines.errorInFile("has no judgments; expected lines of " + layout.expected);
    }
    return new Judgments(grades);
  }

  private static boolean isHeader(String line) {
    return line.split("\t", 2)[0].strip().equals("query-id");
  }

  private void add(String line, Layout layout) {
    String[] columns = layout.divider.split(line.strip(), -1);
    if (columns.length != layout.columns) {
      throw lines.error(
          columns.length + " columns in \"" + line + "\"; expected " + layout.expected);
    }
    String query = columns[0].strip();
    String passage = columns[layout.passage].strip();
    if (query.isEmpty() || passage.isEmpty()) {
      throw lines.error("an empty id in \"" + line + "\"; expected " + layout.expected);
    }
    int grade = grade(columns[layout.columns - 1].strip());
    @Nullable Long first = seen.putIfAbsent(new Pair(query, passage), lines.number());
    if (first != null) {
      throw lines.error(
          "query \"%s\" and passage \"%s\" were judged on line %d already; keep one of the two"
              .formatted(query, passage, first));
    }
    grades.computeIfAbsent(query, id -> new LinkedHashMap<>()).put(passage, grade);
  }

  private int grade(String column) {
    try {
      return Integer.parseInt(column);
    } catch (NumberFormatException e) {
      throw lines.error("the grade \"" + column + "\" is not a whole number such as 0, 1 or 2", e);
    }
  }
}
