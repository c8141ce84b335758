package dev.millrace.runtime.spi;

/** Throws a node's exception as it is, past code that does not declare it. */
final class Rethrow {
  private Rethrow() {}

  /** Throws; it returns nothing, and is declared to so that callers can write {@code throw}. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // X is inferred, never checked
  static <X extends Throwable> RuntimeException unchecked(Throwable failure) throws X {
    throw (X) failure;
  }
}
