package dev.millrace.retrieval.nodes;

import dev.millrace.Node;
import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.search.Bm25Index;
import dev.millrace.retrieval.search.DenseIndex;
import dev.millrace.retrieval.search.Hit;
import dev.millrace.retrieval.search.MaxSimIndex;
import java.util.List;

/** Searches for one query. Every list of hits goes from the best down. */
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
}
