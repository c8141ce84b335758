package dev.millrace.cli;

/** Says that what was asked for cannot be done: one sentence, for who asked. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message the value that was wrong, and what to do
   */
  public RefusedException(String message) {
    super(message);
  }

  /**
   * Makes the exception.
   *
   * @param message the value that was wrong, and what to do
   * @param cause what was thrown
   */
  public RefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
