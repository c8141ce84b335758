package dev.millrace.runtime;

import java.util.concurrent.CancellationException;

/**
 * Says that an item was cancelled: its run was ended before it was computed, or its node ended in a
 * {@link CancellationException}, which is then the cause.
 */
public final class CancelledException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for the node or output that was not computed before the run was ended. */
  public CancelledException(String node) {
    super(
        "the run was cancelled before \"" + node + "\" was computed; run it again if it is wanted");
  }

  /** Makes the exception for a node that was cancelled, though its run was not. */
  public CancelledException(String node, CancellationException cause) {
    super(
        "\""
            + node
            + "\" threw a CancellationException, or its stage was cancelled; the run itself was not;"
            + " see the cause");
    initCause(cause);
  }
}
