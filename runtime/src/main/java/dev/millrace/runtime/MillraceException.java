package dev.millrace.runtime;

import org.jspecify.annotations.Nullable;

/** What Millrace itself says of a run that cannot go on. What a node throws is never wrapped. */
public abstract class MillraceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private transient @Nullable Object ended;

  MillraceException(String message) {
    super(message);
  }

  /**
   * Notes which run ends with this, whatever is done about items that fail: one of the runtime's
   * own objects, by which it knows the run. For any other run this is a failure like all others.
   */
  public final void ends(Object run) {
    ended = run;
  }

  /** Returns whether it is this run that ends with it: the same object. */
  public final boolean isEndOf(Object run) {
    return ended == run;
  }
}
