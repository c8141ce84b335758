package dev.millrace.retrieval.nodes;

import dev.millrace.Node;
import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.search.Hit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns the hits of one query into predictions that can be measured. */
public final class PredictionNodes {
  private PredictionNodes() {}

  /** Returns what each method predicts for the query, method by method. */
  @Node
  public static List<Prediction> predictions(
      Query query,
      List<Hit> bm25Hits,
      List<Hit> denseHits,
      List<Hit> colbertHits,
      List<Hit> fusedHits,
      List<Hit> rerankedHits) {
    Map<RankingMethod, List<Hit>> rankings =
        new EnumMap<>(
            Map.of(
                RankingMethod.BM25, bm25Hits,
                RankingMethod.DENSE, denseHits,
                RankingMethod.MAXSIM, colbertHits,
                RankingMethod.FUSED, fusedHits,
                RankingMethod.RERANKED, rerankedHits));
    List<Prediction> predictions = new ArrayList<>();
    rankings.forEach(
        (method, hits) -> {
          for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            predictions.add(new Prediction(method, query.id(), hit.id(), i + 1, hit.score()));
          }
        });
    return predictions;
  }
}
