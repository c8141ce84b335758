package dev.millrace.samples.retrieval;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.nodes.CorpusNodes;
import dev.millrace.retrieval.nodes.EncodedPassage;
import dev.millrace.retrieval.nodes.EncodedQuery;
import dev.millrace.retrieval.nodes.EncodingNodes;
import dev.millrace.retrieval.nodes.IndexNodes;
import dev.millrace.retrieval.search.Hit;
import java.util.List;

/** Answers one question: the same nodes as {@link HybridRetrieval}, with nothing to measure. */
@Pipeline({CorpusNodes.class, IndexNodes.class})
public interface Search {

  /** Every passage with its vectors. */
  @Nested(EncodingNodes.class)
  List<EncodedPassage> encodedPassages(@Each("passage") List<Passage> passages);

  /** The question with its vectors. */
  @Nested(EncodingNodes.class)
  EncodedQuery encodedQuery(Query query);

  /** The best passages for the question. */
  @Nested(value = RetrieveOneQuery.class, output = "rerankedHits")
  List<Hit> hits(EncodedQuery encodedQuery);
}
