package dev.millrace.runtime.spi;

import dev.millrace.runtime.MillraceException;

/**
 * Which failures end a run, no item being at fault: what the run was given cannot be used. Nodes
 * call other pipelines, and also their own; what ends those runs is to this one an item's failure.
 *
 * <pre>
 *   thrown in the run that is at work --leaves it--&gt; one of a call of many: ends that call
 *                                                    any other: ends nothing more
 * </pre>
 */
final class RunEnd {
  /** Stands for the run that is at work: what is thrown has not left it. */
  private static final Object HERE = new Object();

  private RunEnd() {}

  /** Returns what is about to be thrown, and ends the run in which it is. */
  static <X extends MillraceException> X of(X thrown) {
    thrown.mark(HERE);
    return thrown;
  }

  /** Returns whether it ends the run that is at work. */
  static boolean is(Throwable thrown) {
    return has(thrown, HERE);
  }

  /** Returns whether it has ended one of many runs in a call, and so ends that. */
  static boolean isOfOne(Throwable thrown, Memo call) {
    return has(thrown, call);
  }

  private static boolean has(Throwable thrown, Object mark) {
    return thrown instanceof MillraceException failure && failure.mark() == mark;
  }

  /** Notes that what is thrown leaves its run, which may be one of many in a call. */
  static void leaves(Throwable thrown, Memo call) {
    if (is(thrown)) {
      ((MillraceException) thrown).mark(call);
    }
  }

  /** Notes that what is thrown leaves the call of many. */
  static void leavesAll(Throwable thrown, Memo call) {
    if (isOfOne(thrown, call)) {
      ((MillraceException) thrown).mark(null);
    }
  }
}
