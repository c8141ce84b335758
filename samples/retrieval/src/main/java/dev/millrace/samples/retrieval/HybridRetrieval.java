package dev.millrace.samples.retrieval;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.encode.Encoder;
import dev.millrace.retrieval.nodes.CorpusNodes;
import dev.millrace.retrieval.nodes.EncodedPassage;
import dev.millrace.retrieval.nodes.EncodedQuery;
import dev.millrace.retrieval.nodes.EncodingNodes;
import dev.millrace.retrieval.nodes.EvaluationNodes;
import dev.millrace.retrieval.nodes.IndexNodes;
import dev.millrace.retrieval.nodes.Prediction;
import java.util.List;

/** Loads a collection, encodes it, searches it in five ways and measures each. */
@Pipeline({CorpusNodes.class, IndexNodes.class, EvaluationNodes.class})
public interface HybridRetrieval {

  /** Every passage with its vectors. */
  @Nested(EncodingNodes.class)
  List<EncodedPassage> encodedPassages(@Each("passage") List<Passage> passages);

  /** Every query with its vectors. */
  @Nested(EncodingNodes.class)
  List<EncodedQuery> encodedQueries(@Each("query") List<Query> queries);

  /** For every query, what each method predicts; what is not listed is wired by name. */
  @Nested(value = RetrieveOneQuery.class, output = "predictions")
  List<List<Prediction>> allPredictions(@Each("encodedQuery") List<EncodedQuery> encodedQueries);

  /** What encodes. */
  @Node
  static EncoderFacts encoderFacts(Encoder encoder) {
    return new EncoderFacts(encoder.id(), encoder.dim());
  }
}
