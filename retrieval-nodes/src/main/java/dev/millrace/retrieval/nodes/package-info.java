/**
 * The retrieval classes as nodes, ready to be listed in a pipeline.
 *
 * <pre>
 *   CorpusNodes      corpusPath, queriesPath, qrelsPath -> passages, queries, groundTruths
 *   EncodingNodes    passage -> encodedPassage, query -> encodedQuery (both with a batch twin)
 *   IndexNodes       passages, encodedPassages -> bm25Index, denseIndex, vectorIndex, passageLookup
 *   RetrievalNodes   encodedQuery -> bm25Hits, denseHits, colbertHits
 *   FusionNodes      the three -> fusedHits -> rerankedHits
 *   PredictionNodes  all hits -> predictions
 *   EvaluationNodes  all predictions, groundTruths -> ndcg, recall, evaluation
 * </pre>
 */
@NullMarked
package dev.millrace.retrieval.nodes;

import org.jspecify.annotations.NullMarked;
