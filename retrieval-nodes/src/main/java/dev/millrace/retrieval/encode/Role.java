package dev.millrace.retrieval.encode;

/**
 * What a text is for. Models that were trained with a prefix per role see it; others treat both
 * alike.
 */
public enum Role {
  /** What somebody looks for. */
  QUERY,
  /** What may be found. */
  PASSAGE
}
