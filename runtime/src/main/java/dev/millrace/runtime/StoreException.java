package dev.millrace.runtime;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Says that a {@link BlobStore} or a {@link MetaStore} could not do what it was asked. It never
 * ends a run: the cache warns and has the node computed. Checked, so that nobody who calls a store
 * forgets it, and final, since nothing is done about one that is not done about another.
 */
public final class StoreException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was to be done, where, why not, and what to do about it
   * @param cause what was thrown, if anything was
   */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
