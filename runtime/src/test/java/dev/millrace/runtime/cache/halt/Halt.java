package dev.millrace.runtime.cache.halt;

/** Counts the changes of the disk, and ends the process at one of them. */
public final class Halt {
  /** What a process ends with that was halted. */
  static final int STATUS = 9;

  private final long at;
  private long count;

  /**
   * Makes a count.
   *
   * @param at the change before which the process ends, the first being 1; at 0 it does not
   */
  public Halt(long at) {
    this.at = at;
  }

  /** Says that the disk is about to be changed. */
  synchronized void before(String what) {
    if (isAt()) {
      now(what);
    }
  }

  /** Returns whether the process is to end in the midst of the change that is next. */
  synchronized boolean isAt() {
    count++;
    return count == at;
  }

  /** Ends the process, as a kill would: nothing is closed or flushed, no hook runs. */
  void now(String what) {
    System.out.println(Told.HALTED + what);
    System.out.flush();
    Runtime.getRuntime().halt(STATUS);
  }

  /** Returns how many changes there were. */
  synchronized long count() {
    return count;
  }
}
