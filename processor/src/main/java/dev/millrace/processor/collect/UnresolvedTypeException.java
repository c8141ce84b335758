package dev.millrace.processor.collect;

/**
 * Ends the reading of a declaration that names a type which does not exist, or not yet: another
 * processor may generate it in this round, so the declaration is read again in the next.
 */
public final class UnresolvedTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnresolvedTypeException(String type) {
    super(type, null, false, false);
  }
}
