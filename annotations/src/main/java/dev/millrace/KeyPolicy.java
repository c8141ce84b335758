package dev.millrace;

/** Says what an argument is in the keys of a cache. */
public enum KeyPolicy {
  /** Its value, as its type says. */
  AUTO,
  /**
   * The object itself: it is equal to nothing else, not even to an equal one, and to nothing of
   * another process. For what has a state that no key tells.
   */
  IDENTITY,
  /**
   * Nothing: results are taken to be the same whatever it is. For secrets, and for what only says
   * how fast something goes.
   */
  IGNORE
}
