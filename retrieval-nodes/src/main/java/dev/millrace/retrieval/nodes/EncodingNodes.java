package dev.millrace.retrieval.nodes;

import dev.millrace.Batch;
import dev.millrace.Node;
import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.encode.Encoder;
import dev.millrace.retrieval.encode.Role;
import dev.millrace.retrieval.encode.TextEmbedding;
import java.util.ArrayList;
import java.util.List;

/** Encodes: one text to think about, many where it runs. */
public final class EncodingNodes {
  private EncodingNodes() {}

  /** Returns a passage with its vectors; title and text are encoded together. */
  @Node
  public static EncodedPassage encodedPassage(Passage passage, Encoder encoder) {
    return new EncodedPassage(passage, encoder.encode(passage.content(), Role.PASSAGE));
  }

  /** Returns each passage with its vectors, to the bit as one by one. */
  @Batch
  public static List<EncodedPassage> encodedPassage(List<Passage> passages, Encoder encoder) {
    List<TextEmbedding> embeddings =
        encoder.encodeBatch(passages.stream().map(Passage::content).toList(), Role.PASSAGE);
    List<EncodedPassage> encoded = new ArrayList<>(passages.size());
    for (int i = 0; i < passages.size(); i++) {
      encoded.add(new EncodedPassage(passages.get(i), embeddings.get(i)));
    }
    return encoded;
  }

  /** Returns a query with its vectors. */
  @Node
  public static EncodedQuery encodedQuery(Query query, Encoder encoder) {
    return new EncodedQuery(query, encoder.encode(query.text(), Role.QUERY));
  }

  /** Returns each query with its vectors, to the bit as one by one. */
  @Batch
  public static List<EncodedQuery> encodedQuery(List<Query> queries, Encoder encoder) {
    List<TextEmbedding> embeddings =
        encoder.encodeBatch(queries.stream().map(Query::text).toList(), Role.QUERY);
    List<EncodedQuery> encoded = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      encoded.add(new EncodedQuery(queries.get(i), embeddings.get(i)));
    }
    return encoded;
  }
}
