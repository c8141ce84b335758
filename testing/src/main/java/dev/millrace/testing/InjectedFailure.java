package dev.millrace.testing;

/** What {@link Failing} fails with unless it was told otherwise. */
public final class InjectedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InjectedFailure(String message) {
    super(message);
  }
}
