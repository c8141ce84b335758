package dev.millrace.samples.retrieval;

import dev.millrace.retrieval.nodes.EvaluationNodes.Scores;
import dev.millrace.retrieval.nodes.RankingMethod;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
   *     the query is not in it; null where a part of it was computed for no query
   */
  record Line(Scores scores, @Nullable Double millisPerQuery) {}

  /**
   * What the encoder did.
   *
   * @param passagesEncoded how many of the passages it encoded in this run
   * @param passagesPerSecond null where it did not encode them all
   * @param queriesEncoded how many of the queries it encoded in this run
   * @param millisPerQuery null where it did not encode them all
   */
  record Encoding(
      String id,
      int dim,
      long passages,
      long passagesEncoded,
      @Nullable Double passagesPerSecond,
      long queries,
      long queriesEncoded,
      @Nullable Double millisPerQuery) {}

  static Report of(String collection, HybridRetrievalPipeline.Outputs outputs, NodeTimes times) {
    Map<RankingMethod, Line> lines = new EnumMap<>(RankingMethod.class);
    NODES.forEach(
        (method, nodes) ->
            lines.put(method, new Line(outputs.evaluation().get(method), millis(nodes, times))));
    long passages = outputs.passages().size();
    long passagesEncoded = times.of("encodedPassages.encodedPassage").items();
    double seconds = times.of("encodedPassages").seconds();
    long queries = outputs.queries().size();
    long queriesEncoded = times.of("encodedQueries.encodedQuery").items();
    Encoding encoding =
        new Encoding(
            outputs.encoderFacts().id(),
            outputs.encoderFacts().dim(),
            passages,
            passagesEncoded,
            passagesEncoded < passages ? null : passages / Math.max(1e-9, seconds),
            queries,
            queriesEncoded,
            queriesEncoded < queries ? null : times.of("encodedQueries").millisPerItem());
    return new Report(collection, lines, encoding);
  }

  private static @Nullable Double millis(List<String> nodes, NodeTimes times) {
    double sum = 0;
    for (String node : nodes) {
      NodeTimes.Time time = times.of(QUERY + node);
      if (time.items() == 0) {
        return null;
      }
      sum += time.millisPerItem();
    }
    return sum;
  }
}
