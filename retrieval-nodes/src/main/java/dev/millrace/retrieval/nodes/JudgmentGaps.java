package dev.millrace.retrieval.nodes;

import dev.millrace.retrieval.corpus.Judgments;
import java.util.List;

/**
 * What was judged and can never be found: each lowers the figures of every method.
 *
 * @param passages judgments of passages that are not in the collection
 * @param queries ids of judged queries that are not among the queries
 */
public record JudgmentGaps(Judgments passages, List<String> queries) {
  public JudgmentGaps {
    queries = List.copyOf(queries);
  }
}
