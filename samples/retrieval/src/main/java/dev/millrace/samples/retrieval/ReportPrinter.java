package dev.millrace.samples.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.retrieval.nodes.EvaluationNodes.Scores;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what a run found out: as a table for people, or as one JSON object. */
final class ReportPrinter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintWriter out;

  ReportPrinter(PrintWriter out) {
    this.out = out;
  }

  void table(Report report) {
    Report.Encoding encoder = report.encoder();
    out.printf(
        Locale.ROOT,
        "%n%s: %,d passages, %,d queries; encoded by %s%n  %s, %s%n%n",
        report.collection(),
        encoder.passages(),
        encoder.queries(),
        encoder.id(),
        encoder.passagesPerSecond() == null
            ? cached(encoder.passages(), encoder.passagesEncoded(), "passages")
            : String.format(Locale.ROOT, "%.0f passages/s", encoder.passagesPerSecond()),
        encoder.millisPerQuery() == null
            ? cached(encoder.queries(), encoder.queriesEncoded(), "queries")
            : String.format(Locale.ROOT, "%.1f ms a query", encoder.millisPerQuery()));
    out.printf("%-10s %9s %12s %10s%n", "method", "nDCG@10", "recall@100", "ms/query");
    report
        .methods()
        .forEach(
            (method, line) ->
                out.printf(
                    Locale.ROOT,
                    "%-10s %9.4f %12.4f %10s%n",
                    method,
                    line.scores().ndcgAt10(),
                    line.scores().recallAt100(),
                    line.millisPerQuery() == null
                        ? "cached"
                        : String.format(Locale.ROOT, "%.2f", line.millisPerQuery())));
  }

  private static String cached(long all, long encoded, String what) {
    return String.format(Locale.ROOT, "%,d of %,d %s from the cache", all - encoded, all, what);
  }

  void table(Sweep sweep) {
    out.printf("%n%s%n%n", sweep.collection());
    out.printf("%-10s %-10s %9s %12s%n", "rrf", "method", "nDCG@10", "recall@100");
    for (Sweep.Line line : sweep.lines()) {
      line.methods()
          .forEach(
              (method, scores) ->
                  out.printf(
                      Locale.ROOT,
                      "%-10d %-10s %9.4f %12.4f%n",
                      line.rrf(),
                      method,
                      scores.ndcgAt10(),
                      scores.recallAt100()));
    }
  }

  void json(Report report, @Nullable CacheReport cache) {
    ObjectNode root = JSON.createObjectNode().put("collection", report.collection());
    ObjectNode methods = root.putObject("methods");
    report
        .methods()
        .forEach(
            (method, line) ->
                scores(methods.putObject(method.toString()), line.scores())
                    .put("ms_per_query", line.millisPerQuery()));
    Report.Encoding encoder = report.encoder();
    root.putObject("encoder")
        .put("id", encoder.id())
        .put("dim", encoder.dim())
        .put("passages", encoder.passages())
        .put("passages_encoded", encoder.passagesEncoded())
        .put("passages_per_second", encoder.passagesPerSecond())
        .put("queries", encoder.queries())
        .put("queries_encoded", encoder.queriesEncoded())
        .put("ms_per_query", encoder.millisPerQuery());
    print(root, cache);
  }

  void json(Sweep sweep, @Nullable CacheReport cache) {
    ObjectNode root = JSON.createObjectNode().put("collection", sweep.collection());
    ArrayNode lines = root.putArray("sweep");
    for (Sweep.Line line : sweep.lines()) {
      ObjectNode methods = lines.addObject().put("rrf", line.rrf()).putObject("methods");
      line.methods()
          .forEach((method, scores) -> scores(methods.putObject(method.toString()), scores));
    }
    print(root, cache);
  }

  private static ObjectNode scores(ObjectNode method, Scores scores) {
    return method.put("ndcg@10", scores.ndcgAt10()).put("recall@100", scores.recallAt100());
  }

  private void print(ObjectNode root, @Nullable CacheReport cache) {
    root.set("cache", cache == null ? JSON.nullNode() : cache.json(JSON));
    out.println(root);
  }
}
