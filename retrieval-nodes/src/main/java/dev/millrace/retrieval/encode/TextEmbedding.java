package dev.millrace.retrieval.encode;

import dev.millrace.retrieval.encode.EncoderException.Fault;
import dev.millrace.runtime.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * Both views of one encoded text, or the first only: as {@link Vectors} has it.
 *
 * @param dense {@code [1, dim]}: the model's pooling of the token vectors as it gave them, of
 *     length 1
 * @param tokensIfAny {@code [tokens, dim]}: one vector of length 1 per token, in the order of the
 *     text, the special tokens at its ends included, padding not; null where the encoder gives none
 */
public record TextEmbedding(Embedding dense, @Nullable Embedding tokensIfAny) {
  /**
   * Returns the vectors of the tokens.
   *
   * @throws EncoderException if the encoder was opened for the dense vector only
   */
  public Embedding tokens() {
    if (tokensIfAny == null) {
      throw new EncoderException(
          Fault.NO_TOKENS,
          "there are no vectors of tokens: the encoder was opened with Vectors.DENSE; open it with"
              + " Vectors.DENSE_AND_TOKENS");
    }
    return tokensIfAny;
  }

  /** Returns whether there are vectors of tokens. */
  public boolean hasTokens() {
    return tokensIfAny != null;
  }
}
