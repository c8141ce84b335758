package dev.millrace.runtime.exec;

/** What a lane has to itself for as long as it is in its stage. */
@FunctionalInterface
public interface Lent {
  /** The first lane of a stage has what the run has, and no more. */
  Lent NOTHING = () -> {};

  /** Returns whether somebody else waits for it. */
  default boolean isWanted() {
    return false;
  }

  /** Takes it back. */
  void giveBack();
}
