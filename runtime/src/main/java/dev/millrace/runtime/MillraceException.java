package dev.millrace.runtime;

import org.jspecify.annotations.Nullable;

/** What Millrace itself says of a run that cannot go on. What a node throws is never wrapped. */
public abstract class MillraceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private transient volatile @Nullable Object mark;

  MillraceException(String message) {
    super(message);
  }

  /** Returns what the runtime has noted for itself, and nobody else understands; or null. */
  public final @Nullable Object mark() {
    return mark;
  }

  /** Notes something for the runtime itself, in place of what it has noted before. */
  public final void mark(@Nullable Object noted) {
    mark = noted;
  }
}
