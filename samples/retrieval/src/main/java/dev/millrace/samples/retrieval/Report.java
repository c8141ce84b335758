package dev.millrace.samples.retrieval;

import dev.millrace.retrieval.nodes.EvaluationNodes.Scores;
import dev.millrace.retrieval.nodes.RankingMethod;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run found out.
 *
 * @param methods how good and how fast each method is
 */
record Report(String collection, Map<RankingMethod, Line> methods, Encoding encoder) {

  /** Where the nodes of one query run. */
  private static final String QUERY = "allPredictions.";

  /** What a method runs for a query, from the question's vectors to its ranking. */
  private static final Map<RankingMethod, List<String>> NODES =
      new EnumMap<>(
          Map.of(
              RankingMethod.BM25, List.of("bm25Hits"),
              RankingMethod.DENSE, List.of("denseHits"),
              RankingMethod.MAXSIM, List.of("colbertHits"),
              RankingMethod.FUSED, List.of("bm25Hits", "denseHits", "colbertHits", "fusedHits"),
              RankingMethod.RERANKED,
                  List.of("bm25Hits", "denseHits", "colbertHits", "fusedHits", "rerankedHits")));

  /**
   * One method.
   *
   * @param millisPerQuery the search itself, with the searches that it rests on; the encoding of
   *     the query is not in it
   */
  record Line(Scores scores, double millisPerQuery) {}

  /** What the encoder did. */
  record Encoding(
      String id,
      int dim,
      long passages,
      double passagesPerSecond,
      long queries,
      double millisPerQuery) {}

  static Report of(
      String collection, Map<RankingMethod, Scores> scores, NodeTimes times, EncoderFacts encoder) {
    Map<RankingMethod, Line> lines = new EnumMap<>(RankingMethod.class);
    NODES.forEach(
        (method, nodes) -> {
          double millis =
              nodes.stream().mapToDouble(node -> times.of(QUERY + node).millisPerItem()).sum();
          lines.put(method, new Line(scores.get(method), millis));
        });
    NodeTimes.Time passages = times.of("encodedPassages");
    NodeTimes.Time queries = times.of("encodedQueries");
    Encoding encoding =
        new Encoding(
            encoder.id(),
            encoder.dim(),
            passages.items(),
            passages.items() / Math.max(1e-9, passages.seconds()),
            queries.items(),
            queries.millisPerItem());
    return new Report(collection, lines, encoding);
  }
}
