package dev.millrace.runtime;

/** What Millrace itself says of a run that cannot go on. What a node throws is never wrapped. */
public abstract class MillraceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MillraceException(String message) {
    super(message);
  }
}
