package dev.millrace.retrieval.corpus;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a collection: JSON lines in BEIR's layout (Thakur et al. 2021), judgments as
 * BEIR or TREC write them.
 *
 * <p>A byte order mark, blank lines, carriage returns and unknown fields are passed over. Whatever
 * else is not as it should be is a {@link CorpusException} with file, line and what was expected.
 */
public final class CorpusReader {
  private CorpusReader() {}

  /**
   * Returns the passages of a file in their order; see {@link #passages(Path, Consumer)}.
   *
   * @throws CorpusException as there, and if the file has none
   */
  public static List<Passage> passages(Path file) {
    List<Passage> passages = new ArrayList<>();
    passages(file, passages::add);
    return List.copyOf(passages);
  }

  /**
   * Hands on the passages of a file one by one in their order, so that a collection need not fit in
   * memory. A line is {@code {"_id": "7", "title": "optional", "text": "…"}}; {@code id} will do
   * for {@code _id}.
   *
   * @throws CorpusException if the file is missing, unreadable, not UTF-8 or empty, or a line is
   *     malformed, lacks a field or repeats an id
   */
  public static void passages(Path file, Consumer<? super Passage> sink) {
    passages(new Lines(file), sink);
  }

  /**
   * Returns the passages of a stream in their order, as {@link #passages(Path, Consumer)} does, and
   * closes it.
   *
   * @param source what the stream is of, for errors
   * @throws CorpusException as there, and if it has none
   */
  public static List<Passage> passages(InputStream in, String source) {
    List<Passage> passages = new ArrayList<>();
    passages(new Lines(in, source), passages::add);
    return List.copyOf(passages);
  }

  private static void passages(Lines lines, Consumer<? super Passage> sink) {
    each(lines, "passage", (id, json) -> new Passage(id, json.title(), json.text()), sink);
  }

  /**
   * Returns the queries of a file in their order. A line is {@code {"_id": "q1", "text": "…"}}.
   *
   * @throws CorpusException as {@link #passages(Path, Consumer)} does
   */
  public static List<Query> queries(Path file) {
    List<Query> queries = new ArrayList<>();
    each(new Lines(file), "query", (id, json) -> new Query(id, json.text()), queries::add);
    return List.copyOf(queries);
  }

  /**
   * Returns the judgments of a file in their order: BEIR's three columns divided by tabs under the
   * header {@code query-id corpus-id score}, or TREC's four columns {@code query 0 passage grade}.
   * The first line tells which.
   *
   * @throws CorpusException if the file is missing, unreadable, not UTF-8 or empty, or a line has
   *     other columns, no whole number for a grade, or judges a pair again
   */
  public static Judgments judgments(Path file) {
    return JudgmentReader.read(file);
  }

  private static <T> void each(
      Lines opened, String kind, BiFunction<String, JsonLine, T> make, Consumer<? super T> sink) {
    Map<String, Long> seen = new HashMap<>();
    try (Lines lines = opened) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        JsonLine json = JsonLine.parse(line, lines);
        String id = json.id();
        @Nullable Long first = seen.putIfAbsent(id, lines.number());
        if (first != null) {
          throw lines.error(
              kind + " \"" + id + "\" was on line " + first + " already; ids must be unique");
        }
        sink.accept(make.apply(id, json));
      }
      if (seen.isEmpty()) {
        throw lines.errorInFile("is empty; expected one " + kind + " per line as a JSON object");
      }
    }
  }
}
