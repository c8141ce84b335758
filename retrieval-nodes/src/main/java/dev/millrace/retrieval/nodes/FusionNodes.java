package dev.millrace.retrieval.nodes;

import dev.millrace.Node;
import dev.millrace.retrieval.fuse.RrfFusion;
import dev.millrace.retrieval.rerank.MaxSimReranker;
import dev.millrace.retrieval.search.Hit;
import dev.millrace.runtime.Embedding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the rankings of one query, and scores the best again. Who fuses other rankings lists a
 * class of his own in its place.
 */
public final class FusionNodes {
  private FusionNodes() {}

  /** Returns the three rankings as one, at most {@code topK}. */
  @Node
  public static List<Hit> fusedHits(
      List<Hit> bm25Hits, List<Hit> denseHits, List<Hit> colbertHits, RrfFusion rrf, int topK) {
    List<Hit> fused = rrf.fuse(List.of(bm25Hits, denseHits, colbertHits));
    return fused.subList(0, Math.min(topK, fused.size()));
  }

  /** Returns the fused hits, the first of them in the order of their MaxSim. */
  @Node
  public static List<Hit> rerankedHits(
      EncodedQuery encodedQuery,
      List<Hit> fusedHits,
      Map<String, EncodedPassage> passageLookup,
      MaxSimReranker reranker) {
    Map<String, Embedding> tokens = new HashMap<>();
    for (Hit hit : fusedHits) {
      EncodedPassage passage = passageLookup.get(hit.id());
      if (passage != null) {
        tokens.put(hit.id(), passage.embedding().tokens());
      }
    }
    return reranker.rerank(encodedQuery.embedding().tokens(), fusedHits, tokens);
  }
}
