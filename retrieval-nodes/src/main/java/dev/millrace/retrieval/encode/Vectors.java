package dev.millrace.retrieval.encode;

/** Which vectors an encoder returns. */
public enum Vectors {
  /** One for the text and one for each of its tokens. */
  DENSE_AND_TOKENS,
  /**
   * One for the text only. The network itself pools and normalizes, by nodes appended to its graph,
   * so that {@code [batch, dim]} leaves it instead of {@code [batch, tokens, dim]}.
   */
  DENSE
}
