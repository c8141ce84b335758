package dev.millrace.retrieval.nodes;

import dev.millrace.Node;
import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.fuse.RrfFusion;
import dev.millrace.retrieval.rerank.MaxSimReranker;
import dev.millrace.retrieval.search.Bm25Index;
import dev.millrace.retrieval.search.DenseIndex;
import dev.millrace.retrieval.search.Hit;
import dev.millrace.retrieval.search.MaxSimIndex;
import dev.millrace.runtime.Embedding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens to one query. Every list of hits goes from the best down. */
public final class RetrievalNodes {
  private RetrievalNodes() {}

  /** Returns the question itself. */
  @Node
  public static Query query(EncodedQuery encodedQuery) {
    return encodedQuery.query();
  }

  /** Returns the passages that share the query's terms, at most {@code topK}. */
  @Node
  public static List<Hit> bm25Hits(Query query, Bm25Index bm25Index, int topK) {
    return bm25Index.search(query.text(), topK);
  }

  /** Returns the passages whose one vector is nearest, at most {@code topK}. */
  @Node
  public static List<Hit> denseHits(EncodedQuery encodedQuery, DenseIndex denseIndex, int topK) {
    return denseIndex.search(encodedQuery.embedding().dense(), topK);
  }

  /** Returns the passages that late interaction scores highest, at most {@code topK}. */
  @Node
  public static List<Hit> colbertHits(
      EncodedQuery encodedQuery, MaxSimIndex vectorIndex, int topK) {
    return vectorIndex.search(encodedQuery.embedding().tokens(), topK);
  }

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

  /** Returns what each method predicts for the query, method by method. */
  @Node
  public static List<Prediction> predictions(
      Query query,
      List<Hit> bm25Hits,
      List<Hit> denseHits,
      List<Hit> colbertHits,
      List<Hit> fusedHits,
      List<Hit> rerankedHits) {
    Map<Method, List<Hit>> rankings =
        new EnumMap<>(
            Map.of(
                Method.BM25, bm25Hits,
                Method.DENSE, denseHits,
                Method.MAXSIM, colbertHits,
                Method.FUSED, fusedHits,
                Method.RERANKED, rerankedHits));
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
