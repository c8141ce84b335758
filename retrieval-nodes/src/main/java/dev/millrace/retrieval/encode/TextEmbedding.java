package dev.millrace.retrieval.encode;

import dev.millrace.runtime.Embedding;

/**
 * Both views of one encoded text.
 *
 * @param dense {@code [1, dim]}: the mean of the token vectors as the model gave them, of length 1
 * @param tokens {@code [tokens, dim]}: one vector of length 1 per token, in the order of the text,
 *     the special tokens at its ends included, padding not
 */
public record TextEmbedding(Embedding dense, Embedding tokens) {}
