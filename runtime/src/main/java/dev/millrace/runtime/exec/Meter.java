package dev.millrace.runtime.exec;

import org.jspecify.annotations.Nullable;

/** Measures how long somebody waits, for whoever wants to know. Several threads may share it. */
@FunctionalInterface
public interface Meter {
  /** Nobody wants to know. */
  Meter NONE = () -> null;

  /** Somebody is about to wait; returns what to tell afterwards, or null. */
  @Nullable Wait begin();

  /** A wait that has begun. */
  @FunctionalInterface
  interface Wait {

    /** It is over. */
    void over();
  }
}
