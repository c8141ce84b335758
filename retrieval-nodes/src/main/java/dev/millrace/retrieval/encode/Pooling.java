package dev.millrace.retrieval.encode;

/** How a model's token vectors become the one vector of a text: as it was trained. */
public enum Pooling {
  /** The mean over all tokens of the text. */
  MEAN,
  /** The first token's, which stands for the text. */
  CLS
}
