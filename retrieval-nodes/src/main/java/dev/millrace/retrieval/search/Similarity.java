package dev.millrace.retrieval.search;

/** How two vectors are compared. */
public enum Similarity {
  /** The cosine of their angle, from −1 to 1; 0 where one of them is all zeros. */
  COSINE,
  /** Their dot product: the same for vectors of length 1, and cheaper. */
  DOT
}
