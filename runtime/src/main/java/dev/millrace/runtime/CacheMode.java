package dev.millrace.runtime;

/** What a pipeline does with its {@link Cache}. */
public enum CacheMode {
  /** What is there is used, and what is computed is stored. */
  READ_WRITE,
  /** What is there is used, and nothing is stored, removed or noted. */
  READ_ONLY,
  /**
   * What was there before the pipeline was built is not used but computed again, once, and stored
   * in its place. What the pipeline has stored itself is used.
   */
  REFRESH
}
