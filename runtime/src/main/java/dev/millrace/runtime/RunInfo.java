package dev.millrace.runtime;

import org.jspecify.annotations.Nullable;

/** A run, for those who watch it. Any thread may ask it anything, while it goes on and after. */
public interface RunInfo {

  /** Returns its number: no other run in this JVM has the same. */
  long id();

  /** Returns the name of its pipeline. */
  String pipeline();

  /**
   * Returns the call that makes many runs, if this is one of them; else null. Such a call is told
   * as a run that maps over its runs.
   */
  @Nullable RunInfo around();

  /** Returns how far it has come by now. */
  ProgressSnapshot progress();
}
