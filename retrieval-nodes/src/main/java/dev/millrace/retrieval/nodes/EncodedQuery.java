package dev.millrace.retrieval.nodes;

import dev.millrace.retrieval.corpus.Query;
import dev.millrace.retrieval.encode.TextEmbedding;

/** A query and its vectors. */
public record EncodedQuery(Query query, TextEmbedding embedding) {}
