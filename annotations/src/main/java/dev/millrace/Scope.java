package dev.millrace;

/** Says how many instances of a {@link Stateful} class a pipeline opens. */
public enum Scope {
  /** One, used by all threads at once. */
  SHARED,
  /** As many as are in use at once, each by one thread at a time. */
  PER_WORKER
}
