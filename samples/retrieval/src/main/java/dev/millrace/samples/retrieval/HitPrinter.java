package dev.millrace.samples.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.retrieval.corpus.Judgments;
import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.nodes.Prediction;
import dev.millrace.retrieval.nodes.RankingMethod;
import dev.millrace.retrieval.search.Hit;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Prints passages that were found. */
final class HitPrinter {
  private static final int SHOWN = 10;
  private static final int SHOWN_OF_EACH = 3;
  private static final int EXCERPT = 160;

  private final PrintWriter out;
  private final Map<String, Passage> passages = new HashMap<>();

  HitPrinter(PrintWriter out, List<Passage> passages) {
    this.out = out;
    passages.forEach(passage -> this.passages.put(passage.id(), passage));
  }

  /** Prints the best of a few queries; a star marks what was judged to help. */
  void examples(List<Query> queries, List<List<Prediction>> predictions, Judgments judgments) {
    int last = queries.size() - 1;
    IntStream.of(0, last / 2, last)
        .distinct()
        .forEach(i -> example(queries.get(i), predictions.get(i), judgments));
  }

  private void example(Query query, List<Prediction> predictions, Judgments judgments) {
    out.printf("%n%s  %s%n", query.id(), query.text());
    predictions.stream()
        .filter(each -> each.method() == RankingMethod.RERANKED)
        .limit(SHOWN_OF_EACH)
        .forEach(
            each -> {
              int grade = judgments.of(query.id()).getOrDefault(each.passageId(), 0);
              line(grade > 0 ? "*" : " ", each.rank(), each.passageId(), each.score());
            });
  }

  /** Prints what was found for a question. */
  void answer(String question, List<Hit> hits, boolean json) {
    List<Hit> shown = hits.subList(0, Math.min(SHOWN, hits.size()));
    if (json) {
      out.println(json(question, shown));
      return;
    }
    out.printf("%n%s%n", question);
    for (int i = 0; i < shown.size(); i++) {
      line(" ", i + 1, shown.get(i).id(), shown.get(i).score());
    }
    if (shown.isEmpty()) {
      out.println("  nothing was found");
    }
  }

  private void line(String mark, int rank, String id, double score) {
    Passage passage = passages.get(id);
    out.printf(
        Locale.ROOT,
        " %s%2d. %-10s %8.3f  %s%n      %s%n",
        mark,
        rank,
        id,
        score,
        excerpt(passage.title()),
        excerpt(passage.text()));
  }

  /** On one line, and without what a terminal would take for a command. */
  private static String excerpt(String raw) {
    String text = raw.replaceAll("[\\s\\p{Cntrl}]+", " ");
    if (text.codePointCount(0, text.length()) <= EXCERPT) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, EXCERPT)).strip() + "…";
  }

  private ObjectNode json(String question, List<Hit> hits) {
    ObjectNode root = new ObjectMapper().createObjectNode().put("query", question);
    var list = root.putArray("hits");
    for (int i = 0; i < hits.size(); i++) {
      Passage passage = passages.get(hits.get(i).id());
      list.addObject()
          .put("rank", i + 1)
          .put("id", passage.id())
          .put("score", hits.get(i).score())
          .put("title", passage.title())
          .put("text", passage.text());
    }
    return root;
  }
}
