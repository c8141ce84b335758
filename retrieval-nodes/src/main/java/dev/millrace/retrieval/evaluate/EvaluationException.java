package dev.millrace.retrieval.evaluate;

/** A run or a measure that cannot be evaluated: the message says why and what to do. */
public final class EvaluationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  EvaluationException(String message) {
    super(message);
  }
}
