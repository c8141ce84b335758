package dev.millrace.retrieval.nodes;

import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.encode.TextEmbedding;

/** A passage and its vectors. */
public record EncodedPassage(Passage passage, TextEmbedding embedding) {}
