package dev.millrace.runtime.observe;

import org.jspecify.annotations.Nullable;

/** Something that is recorded from its beginning to its end. */
@FunctionalInterface
public interface Span {

  /**
   * Ends it.
   *
   * @param failed how many of its items have failed
   * @param failure what it has ended with, if not well
   */
  void end(long failed, @Nullable Throwable failure);
}
