package dev.millrace.samples.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;

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
        "%n%s: %,d passages, %,d queries; encoded by %s%n  %.0f passages/s, %.1f ms a query%n%n",
        report.collection(),
        encoder.passages(),
        encoder.queries(),
        encoder.id(),
        encoder.passagesPerSecond(),
        encoder.millisPerQuery());
    out.printf("%-10s %9s %12s %10s%n", "method", "nDCG@10", "recall@100", "ms/query");
    report
        .methods()
        .forEach(
            (method, line) ->
                out.printf(
                    Locale.ROOT,
                    "%-10s %9.4f %12.4f %10.2f%n",
                    method,
                    line.scores().ndcgAt10(),
                    line.scores().recallAt100(),
                    line.millisPerQuery()));
  }

  void json(Report report) {
    ObjectNode root = JSON.createObjectNode().put("collection", report.collection());
    ObjectNode methods = root.putObject("methods");
    report
        .methods()
        .forEach(
            (method, line) ->
                methods
                    .putObject(method.toString())
                    .put("ndcg@10", line.scores().ndcgAt10())
                    .put("recall@100", line.scores().recallAt100())
                    .put("ms_per_query", line.millisPerQuery()));
    Report.Encoding encoder = report.encoder();
    root.putObject("encoder")
        .put("id", encoder.id())
        .put("dim", encoder.dim())
        .put("passages", encoder.passages())
        .put("passages_per_second", encoder.passagesPerSecond())
        .put("queries", encoder.queries())
        .put("ms_per_query", encoder.millisPerQuery());
    root.putNull("cache");
    out.println(root);
  }
}
