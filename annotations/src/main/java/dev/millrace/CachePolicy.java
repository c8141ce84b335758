package dev.millrace;

/** Says what a cache does with a node's results. */
public enum CachePolicy {
  /** Kept where it is worth it and possible. */
  AUTO,
  /** Kept. */
  STORE,
  /** Not kept, but what reads it can be: the node is pure. */
  PASS,
  /**
   * Never kept, and always run: the node does something besides computing its result, or reads what
   * is not among its parameters. A twin of such a node is not run again one by one where it fails.
   */
  NEVER
}
