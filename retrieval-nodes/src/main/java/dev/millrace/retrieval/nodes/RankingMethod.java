package dev.millrace.retrieval.nodes;

import java.util.Locale;

/** The ways to rank passages for a query that a hybrid pipeline compares. */
public enum RankingMethod {
  /** Terms, weighted by BM25. */
  BM25,
  /** One vector a text. */
  DENSE,
  /** A vector a token: late interaction. */
  MAXSIM,
  /** The rankings before it, by reciprocal rank. */
  FUSED,
  /** The best of the fused, scored again. */
  RERANKED;

  /** Returns the name in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
